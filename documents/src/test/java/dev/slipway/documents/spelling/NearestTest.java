package dev.slipway.documents.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("dev", "staging", "production", "namePrefix");

    @Test
    void findsWhatIsAFewLettersAway() {
        assertThat(Nearest.of("stagging", KNOWN)).contains("staging");
        assertThat(Nearest.of("nameprefx", KNOWN)).contains("namePrefix");
    }

    @Test
    void doesNotTakeAnotherWordForAMistake() {
        assertThat(Nearest.of("qa", KNOWN)).isEmpty();
        assertThat(Nearest.of("canary", KNOWN)).isEmpty();
        assertThat(Nearest.of("anything", List.of())).isEmpty();
    }
}
