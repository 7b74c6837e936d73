package dev.slipway.git.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://git.example.com/team/billing.git", "http://git.example.com:8080/billing"})
    void takesWhatGitCloneTakes(String url) {
        assertThat(ImportAddress.problems(url, Errand.IMPORT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc", "/srv/git/billing", "ssh://git@example.com/billing.git",
                        "git@example.com:team/billing.git",
                "git://example.com/billing.git", "ext::sh -c id", "https://example.com", "https:///billing.git",
                "https://example.com/billing.git?ref=main", "https://example.com/billing.git#main", "",
                        "jar:http://x!/y"
            })
    void refusesEverythingElse(String url) {
        assertThat(ImportAddress.problems(url, Errand.IMPORT)).isNotEmpty();
    }

    @Test
    void neverRepeatsCredentials() {
        assertThat(ImportAddress.problems("https://rosa:sesame@example.com/billing.git", Errand.IMPORT))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains("credentials").doesNotContain("sesame"));
    }

    @Test
    void saysOtherThingsOfMirrors() {
        assertThat(ImportAddress.problems("ssh://git@example.com/charts.git", Errand.MIRROR))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("in a repository of this platform")
                        .doesNotContain("onboard"));
    }
}
