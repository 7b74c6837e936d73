package dev.slipway.documents.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "**/catalog-info.yaml catalog-info.yaml",
                "**/catalog-info.yaml a/b/catalog-info.yaml",
                "teams/*.yaml teams/red.yaml",
                "teams/** teams/a/red.yaml",
                "te?ms/*.{yaml,yml} teams/red.yml",
                "{a,b{c,d}}/x bd/x",
                "{a,,b}x x",
                "a,b a,b",
                "a+(b)[c] a+(b)[c]",
                "parts/*/*.yaml parts/ü💧/x.yaml"
            })
    void matches(String glob, String path) {
        assertThat(new PathPattern(glob).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "**/catalog-info.yaml my-catalog-info.yaml",
                "**/x /x",
                "teams/*.yaml teams/a/red.yaml",
                "teams/*.yaml teams/redxyaml",
                "a? a/",
                "{a,b} c",
                "a*b axc"
            })
    void leavesOut(String glob, String path) {
        assertThat(new PathPattern(glob).matches(path)).isFalse();
    }

    @Test
    void takesABraceWithoutItsOtherHalfAsItself() {
        assertThat(new PathPattern("{a{b,c}").matches("{ac")).isTrue();
        assertThat(new PathPattern("a}{b").matches("a}{b")).isTrue();
        assertThat(new PathPattern("{".repeat(3000)).matches("{".repeat(3000))).isTrue();
        assertThat(new PathPattern("{".repeat(2000) + "}".repeat(2000)).matches("x"))
                .isFalse();
    }

    /** A matcher that goes back to try another way does not come to an end here. */
    @Test
    void comesToAnEndHoweverManyWaysThereAreToMatch() {
        String path = "a/".repeat(60) + "a".repeat(60);

        assertThat(new PathPattern("**/".repeat(60) + "*a".repeat(60) + "x").matches(path))
                .isFalse();
        assertThat(new PathPattern("**".repeat(99) + "x").matches(path)).isFalse();
        assertThat(new PathPattern("{a,a,}".repeat(60) + "x").matches(path)).isFalse();
        assertThat(new PathPattern("*".repeat(5000)).matches("a")).isFalse();
    }
}
