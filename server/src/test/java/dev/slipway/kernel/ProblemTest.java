package dev.slipway.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void keepsTheEndsOfWhatIsTooLongToRepeat() {
        Problem problem = Problem.of("\"" + "x".repeat(5_000_000) + "\" is not a token's name.");

        assertThat(problem.message())
                .hasSizeLessThan(3000)
                .startsWith("\"xxx")
                .endsWith("xxx\" is not a token's name.");
        assertThat(problem.message()).contains("characters left out");
    }

    @Test
    void leavesWhatCanBeReadAsItIs() {
        String message = "y".repeat(2000);

        assertThat(Problem.at("name", message).message()).isEqualTo(message);
    }
}
