package dev.slipway.scaffolding.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void showsTheLinesThatDifferWithSomeAround() {
        assertThat(Differences.between("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n6a\n7\n8\n9\n"))
                .isEqualTo("@@ line 5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n+6a\n 7\n 8\n 9");
    }

    @Test
    void showsAMissingLineBreakAtTheEnd() {
        assertThat(Differences.between("a\n", "a")).isEqualTo("@@ line 2 @@\n a\n+\\ no line break at the end");
    }

    @Test
    void showsWhatIsOnlyThereOrOnlyExpected() {
        assertThat(Differences.between("", "a\n")).isEqualTo("@@ line 1 @@\n+a");
        assertThat(Differences.between("a\n", "")).isEqualTo("@@ line 1 @@\n-a");
    }

    @Test
    void comparesLongTextsWithoutTakingForever() {
        String left = "x\n".repeat(200_000) + "l\n".repeat(5000);
        String right = "x\n".repeat(200_000) + "r\n".repeat(5000);

        assertThat(Differences.between(left, right)).contains("-l").contains("more lines");
    }
}
