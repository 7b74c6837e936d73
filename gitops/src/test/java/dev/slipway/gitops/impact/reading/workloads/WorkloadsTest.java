package dev.slipway.gitops.impact.reading.workloads;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.NOTABLE;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.meaning.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differences of workloads mean. */
class WorkloadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 3 | replicas: 5 | NOTABLE | Replicas: 3 → 5",
                "replicas: 3 | replicas: 1 | RISKY | nothing answers while",
                "replicas: 3 | replicas: 0 | BREAKS | nothing runs any more",
                "runAsNonRoot: true | runAsNonRoot: false | RISKY | Weaker security of the pods: runAsNonRoot true → false",
                "RollingUpdate | Recreate | RISKY | all pods are stopped before",
                "serviceAccountName: checkout | serviceAccountName: admin | RISKY | Service account: checkout → admin",
                "'emptyDir: {}' | 'emptyDir: {medium: Memory}' | NOTABLE | Volume data changed",
                "matchLabels: {app: checkout} | matchLabels: {app: other} | BREAKS | The sync will fail: spec.selector.matchLabels.app of an existing Deployment",
                "matchLabels: {app: checkout} | matchLabels: {app: other} | BREAKS | does not match the labels of its own pods",
            })
    void whatAFieldOfAWorkloadMeans(String before, String after, Severity severity, String words) {
        means(DEPLOYMENT, DEPLOYMENT.replace(before, after), severity, words);
    }

    @Test
    void namesTheAutoscalerThatReplicasInGitUndo() {
        String autoscaler = """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: load}
                spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: checkout}}
                """;

        means(
                all(DEPLOYMENT, autoscaler),
                all(DEPLOYMENT.replace("replicas: 3", "replicas: 5"), autoscaler),
                RISKY,
                "HorizontalPodAutoscaler \"load\" decides it too");
    }

    @Test
    void saysThatNoPodTakesOverWhatIsHeldBack() {
        String paused = DEPLOYMENT.replace("replicas: 3", "replicas: 3\n  paused: true");
        String waiting = DEPLOYMENT
                .replace("kind: Deployment", "kind: DaemonSet")
                .replace("strategy: {type: RollingUpdate}", "updateStrategy: {type: OnDelete}");

        assertThat(words(DEPLOYMENT, paused))
                .containsExactly("risky: Paused: pods keep their old form whatever changes");
        means(paused, paused.replace("checkout:1.0", "checkout:1.1"), RISKY, "until it is not paused any more");
        means(waiting, waiting.replace("checkout:1.0", "checkout:1.1"), RISKY, "until somebody deletes it");
        means(paused, DEPLOYMENT, NOTABLE, "Not paused any more");
        assertThat(words(waiting, waiting.replace("replicas: 3", "replicas: 4")))
                .noneMatch(each -> each.contains("No pod"));
    }

    @Test
    void aPriorityClassThatPodsStillNameIsMissed() {
        String high = "apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: high}\nvalue: 1\n";
        String urgent = DEPLOYMENT.replace("serviceAccountName:", "priorityClassName: high\n      serviceAccountName:");

        means(
                all(urgent, high),
                urgent,
                BREAKS,
                "PriorityClass \"high\" removed: Deployment \"checkout\" still names it: new pods are refused");
    }
}
