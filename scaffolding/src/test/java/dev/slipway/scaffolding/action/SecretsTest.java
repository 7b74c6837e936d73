package dev.slipway.scaffolding.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static Secrets secrets(String value) {
        return new Secrets(Map.of("token", value));
    }

    @Test
    void showsNoValueWhenPrinted() {
        assertThat(secrets("s3cr3t")).hasToString("Secrets[token]");
    }

    @Test
    void masksAValueAlsoInUrlsAndJson() {
        Secrets secrets = secrets("p\"a&b c");

        assertThat(secrets.masked("x p\"a&b c y p%22a%26b+c z p\\\"a&b c")).isEqualTo("x *** y *** z ***");
    }

    @Test
    void masksEachLineOfALongerOneButNotItsBraces() {
        assertThat(secrets("{\n  privateKey\n}").masked("a privateKey b {")).isEqualTo("a *** b {");
    }

    @Test
    void leavesNothingOfASecretThatHoldsAnother() {
        assertThat(new Secrets(Map.of("a", "abc", "b", "abcdef")).masked("abcdef abc"))
                .isEqualTo("*** ***");
    }

    @Test
    void anEmptySecretMasksNothing() {
        assertThat(secrets("").masked("as it was")).isEqualTo("as it was");
        assertThat(Secrets.NONE.masked("as it was")).isEqualTo("as it was");
    }

    @Test
    void masksKeysListsAndMapsAndKeepsOtherTypes() {
        assertThat(secrets("s3cr3t").masked(Map.of("s3cr3t", List.of("a s3cr3t", 3L, Map.of("k", "s3cr3t")))))
                .isEqualTo(Map.of("***", List.of("a ***", 3L, Map.of("k", "***"))));
        assertThat(secrets("s").masked(Map.of("a", Arrays.asList(null, true))))
                .containsEntry("a", Arrays.asList(null, true));
    }
}
