package dev.slipway.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "payment, payment, 0",
        "paymnet, payment, 1",
        "chekcout, checkout, 1",
        "chckout, checkout, 1",
        "checkkout, checkout, 1",
        "cjeckout, checkout, 1",
        "hceckout, checkout, 1",
        "kakfa, kafka, 1",
        "redd, red, 1",
        "cheout, checkout, 2",
        "billing, checkout, 8"
    })
    void countsLettersThatAreMissingTooManyOthersOrSwapped(String typed, String word, int errors) {
        assertThat(TypingErrors.between(typed, word)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({"chekco, checkout, 1", "paymnet, payments, 1", "chekc, checkout, 1", "check, checkout, 0"})
    void comparesBeginningsOfWords(String typed, String word, int errors) {
        assertThat(TypingErrors.between(typed, word)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({"prox, product, 4", "cheq, checkout, 5"})
    void comparesNoBeginningsThatEndOtherwise(String typed, String word, int errors) {
        assertThat(TypingErrors.between(typed, word)).isEqualTo(errors);
    }

    @ParameterizedTest
    @CsvSource({
        "api, 0",
        "20262, 0",
        "auth, 1",
        "kafka, 1",
        "orders, 2",
        "checkout, 2",
        "alongwordthatnobodywouldeverwritelikethis, 0"
    })
    void forgivesMoreInLongerWords(String typed, int errors) {
        assertThat(TypingErrors.forgiven(typed)).isEqualTo(errors);
    }
}
