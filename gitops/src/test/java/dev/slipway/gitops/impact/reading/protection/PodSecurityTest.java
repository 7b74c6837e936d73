package dev.slipway.gitops.impact.reading.protection;

import static dev.slipway.gitops.impact.Meanings.means;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;

/** The Pod Security levels of namespaces. */
class PodSecurityTest {

    @Test
    void theFirstLabelOfANamespaceMayBeItsPodSecurity() {
        String bare = "apiVersion: v1\nkind: Namespace\nmetadata: {name: red}\n";

        means(
                bare,
                bare.replace("red}", "red, labels: {pod-security.kubernetes.io/enforce: privileged}}"),
                Severity.RISKY,
                "Pod Security of the namespace, enforce: none → privileged");
    }
}
