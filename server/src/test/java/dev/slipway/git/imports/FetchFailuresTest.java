package dev.slipway.git.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.GitException;
import dev.slipway.kernel.PublicAddresses;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FetchFailuresTest {

    private static final ImportAddress ADDRESS = ImportAddress.of("https://git.example/charts");

    private static String words(Errand errand, boolean token, Exception failure) {
        GitException told = new FetchFailures(ADDRESS, errand, token).explain(failure);
        return told.problems().toString();
    }

    @Test
    void namesAnImportsOtherWay() {
        assertThat(words(Errand.IMPORT, false, new IOException("https://git.example/charts: not authorized")))
                .contains("asks for a sign-in", "slipway onboard DIRECTORY");
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void speaksOfMirrorsWithoutImportsAndCheckouts(Case each) {
        assertThat(words(Errand.MIRROR, each.token, each.failure))
                .contains(each.words)
                .doesNotContain("onboard", "import ", "checkout");
    }

    /** Failures of mirrors, and what is said of each. */
    enum Case {
        CLOSED(false, new IOException("not authorized"), "Name the secret that opens it"),
        TOKEN(true, new IOException("not authorized"), "does not take the token"),
        ABSENT(false, new IOException("https://git.example/charts not found"), "not open to everybody"),
        PRIVATE(false, new PublicAddresses.PrivateAddress("stands inside"), "import-hosts in slipway.yaml"),
        LARGE(false, new Allowance.Exceeded("too large"), "a repository of this platform");

        private final boolean token;
        private final Exception failure;
        private final String words;

        Case(boolean token, Exception failure, String words) {
            this.token = token;
            this.failure = failure;
            this.words = words;
        }
    }
}
