package dev.slipway.gitops.impact.reading.frame;

import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.meaning.Severity.PLAIN;

import org.junit.jupiter.api.Test;

/** What is said of differences that nobody knows. */
class FindingsTest {

    @Test
    void whatNobodyKnowsIsNamedByItsPath() {
        means(
                SERVICE,
                SERVICE.replace("spec:\n", "spec:\n  sessionAffinity: ClientIP\n"),
                PLAIN,
                "Changes spec.sessionAffinity");
    }
}
