package dev.slipway.gitops.impact.reading.lifecycle;

import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.SETTINGS;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.Revision;
import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost with objects that are gone. */
class LossesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1 | Namespace | BREAKS | everything in it is deleted",
                "apiextensions.k8s.io/v1 | CustomResourceDefinition | BREAKS | all objects of this kind are deleted",
                "v1 | PersistentVolumeClaim | BREAKS | its data is deleted",
                "policy/v1 | PodDisruptionBudget | RISKY | evicted at once",
                "networking.k8s.io/v1 | NetworkPolicy | RISKY | traffic is admitted",
                "autoscaling/v2 | HorizontalPodAutoscaler | RISKY | follows the load no more",
                "gateway.networking.k8s.io/v1 | GRPCRoute | BREAKS | its routes are gone",
                "gateway.networking.k8s.io/v1 | TCPRoute | BREAKS | its routes are gone",
                "snapshot.storage.k8s.io/v1 | VolumeSnapshot | BREAKS | the backup is deleted unless its class retains it",
                "scheduling.k8s.io/v1 | PriorityClass | PLAIN | PriorityClass \"thing\" removed",
                "acme.example/v1 | Database | RISKY | may be deleted with it",
                "v1 | ConfigMap | PLAIN | ConfigMap \"thing\" removed",
            })
    void whatIsLostWithAnObject(String apiVersion, String kind, Severity severity, String words) {
        String gone = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);

        means(all(SERVICE, gone), SERVICE, severity, words);
    }

    @Test
    void saysWhatStaysLiveBecauseNothingIsPruned() {
        Revision before = Revision.empty().service("a", "dev", "automated: {}", all(SERVICE, SETTINGS));
        Revision after = Revision.empty().service("a", "dev", "automated: {}", SERVICE);

        assertThat(before.to(after)
                        .environments()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .headline())
                .isEqualTo(
                        "ConfigMap \"settings\" is removed from Git and stays live: Application \"a-dev\" does not prune");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security.istio.io/v1 | PeerAuthentication | whether traffic in plain text is admitted",
                "security.istio.io/v1 | RequestAuthentication | tokens of requests are checked by it no more",
                "networking.istio.io/v1 | DestinationRule | its subsets",
                "monitoring.coreos.com/v1 | PodMonitor | metrics are not collected",
                "keda.sh/v1alpha1 | ScaledObject | follows the load no more",
            })
    void whatIsLostWithAPolicyIsNotWhatItStandsFor(String apiVersion, String kind, String words) {
        String gone = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\n".formatted(apiVersion, kind);

        means(all(SERVICE, gone), SERVICE, RISKY, words);
        assertThat(words(all(SERVICE, gone), SERVICE)).noneMatch(each -> each.contains("stands for"));
    }
}
