package dev.slipway.gitops.impact.reading.network;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Services that lead elsewhere, or nowhere. */
class ServicesTest {

    @Test
    void tellsOfAServiceThatLosesItsPods() {
        means(
                all(DEPLOYMENT, SERVICE),
                all(DEPLOYMENT.replace("app: checkout", "app: till"), SERVICE),
                BREAKS,
                "Service \"checkout\" leads to no pods any more");
        means(
                all(DEPLOYMENT, SERVICE),
                all(DEPLOYMENT, SERVICE.replace("app: checkout", "app: till")),
                BREAKS,
                "it led to Deployment \"checkout\"");
    }

    @Test
    void aServiceWhosePodsComeFromAnotherDeploymentLosesNone() {
        String other = DEPLOYMENT.replace("name: checkout}", "name: second}");

        assertThat(words(all(DEPLOYMENT, SERVICE), all(other, SERVICE)).toString())
                .doesNotContain("leads to no pods");
    }

    @Test
    void aServiceOfOnePodOfAStatefulSetLosesNone() {
        String pods = DEPLOYMENT.replace("kind: Deployment", "kind: StatefulSet");
        String first =
                SERVICE.replace("app: checkout}", "app: checkout, statefulset.kubernetes.io/pod-name: checkout-0}");

        assertThat(words(all(pods, SERVICE), all(pods, first)).toString()).doesNotContain("leads to no pods");
        means(all(pods, SERVICE), all(pods, first.replace("checkout-0", "till-0")), BREAKS, "leads to no pods");
        means(all(pods, first), all(pods.replace("app: checkout", "app: till"), first), BREAKS, "leads to no pods");
    }

    @Test
    void aServicesPortsBreakWhoCallsThem() {
        means(SERVICE, SERVICE.replace("port: 80,", "port: 81,"), BREAKS, "Service port 80 removed");
        means(SERVICE, SERVICE.replace("8080", "9090"), NOTABLE, "Service port 80 changed");
    }
}
