package dev.slipway.gitops.impact.reading.workloads;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields whose values say how pods behave. */
class SettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch/v1 | CronJob | '{concurrencyPolicy: Forbid}' | '{concurrencyPolicy: Allow}' | NOTABLE | Concurrency policy: Forbid → Allow; runs may overlap",
                "batch/v1 | CronJob | '{concurrencyPolicy: Allow}' | '{concurrencyPolicy: Replace}' | NOTABLE | is stopped by the next one",
            })
    void isSaidWithItsValues(
            String apiVersion, String kind, String before, String after, Severity severity, String words) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\nspec: ".formatted(apiVersion, kind);

        means(head + before + "\n", head + after + "\n", severity, words);
    }

    @Test
    void aTokenThatIsMountedIsRisky() {
        String closed = DEPLOYMENT.replace("serviceAccountName: checkout", "automountServiceAccountToken: false");
        String open = closed.replace("Token: false", "Token: true");
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a}\n";

        means(closed, open, RISKY, "(automountServiceAccountToken): false → true; whoever gets into a pod");
        means(open, closed, NOTABLE, "(automountServiceAccountToken): true → false");
        means(account + "automountServiceAccountToken: false\n", account, RISKY, "false → none");
    }
}
