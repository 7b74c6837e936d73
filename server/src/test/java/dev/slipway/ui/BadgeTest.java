package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BadgeTest {

    @Test
    void neverTakesUnknownForGood() {
        assertThat(Badge.of("UNKNOWN").tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(Badge.of("SOMETHING_NEW")).isEqualTo(new Badge("Something new", Tone.QUIET, "point"));
    }

    @Test
    void speaksPeoplesWords() {
        assertThat(Badge.of("OUT_OF_SYNC").label()).isEqualTo("Out of sync");
    }
}
