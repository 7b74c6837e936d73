package dev.slipway.gitops.impact.reading.protection;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
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

/** Autoscalers that scale otherwise, or nothing. */
class AutoscalersTest {

    private static final String AUTOSCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: load}
            spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: checkout}}
            """;

    private static final String NOTHING = "HorizontalPodAutoscaler \"load\" scales nothing: there is no Deployment";

    @Test
    void anAutoscalerWithoutItsWorkloadScalesNothing() {
        String other = AUTOSCALER.replace("name: checkout", "name: till");

        means(all(DEPLOYMENT, AUTOSCALER), all(DEPLOYMENT, other), RISKY, NOTHING + " \"till\"");
        means(all(DEPLOYMENT, SERVICE), all(DEPLOYMENT, SERVICE, other), RISKY, NOTHING + " \"till\"");
        means(all(DEPLOYMENT, AUTOSCALER), AUTOSCALER, RISKY, NOTHING + " \"checkout\"");
        assertThat(words(AUTOSCALER, AUTOSCALER.replace("9", "8"))).noneMatch(each -> each.contains("nothing"));
        assertThat(words(all(DEPLOYMENT, AUTOSCALER), all(DEPLOYMENT, AUTOSCALER.replace("9", "8"))))
                .noneMatch(each -> each.contains("nothing"));
    }

    @Test
    void aWorkloadThatIsNotPrunedIsScaled() {
        Revision before = Revision.empty().service("a", "dev", "automated: {}", all(DEPLOYMENT, AUTOSCALER));
        Revision after = Revision.empty().service("a", "dev", "automated: {}", AUTOSCALER);

        assertThat(words(before, after)).noneMatch(each -> each.contains("nothing"));
    }

    @Test
    void fewerPodsAtMostAreRisky() {
        means(AUTOSCALER, AUTOSCALER.replace("9", "4"), RISKY, "Autoscaler, maxReplicas: 9 → 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keda.sh/v1alpha1 | ScaledObject | '{maxReplicaCount: 5}' | '{maxReplicaCount: 2}' | RISKY | Autoscaler, maxReplicaCount: 5 → 2",
                "keda.sh/v1alpha1 | ScaledObject | '{maxReplicaCount: 5}' | '{maxReplicaCount: 9}' | NOTABLE | Autoscaler, maxReplicaCount: 5 → 9",
                "autoscaling/v2 | HorizontalPodAutoscaler | '{metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 70}}}]}' | '{metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 90}}}]}' | NOTABLE | resource.target.averageUtilization: 70 → 90",
                "autoscaling/v1 | HorizontalPodAutoscaler | '{targetCPUUtilizationPercentage: 90}' | '{targetCPUUtilizationPercentage: 70}' | NOTABLE | Autoscaler, targetCPUUtilizationPercentage: 90 → 70",
                "autoscaling/v2 | HorizontalPodAutoscaler | '{metrics: [{type: Pods}]}' | '{metrics: [{type: Pods}, {type: Object}]}' | NOTABLE | metrics or behaviour change",
            })
    void isSaidWithItsValues(
            String apiVersion, String kind, String before, String after, Severity severity, String words) {
        String head = "apiVersion: %s\nkind: %s\nmetadata: {name: thing}\nspec: ".formatted(apiVersion, kind);

        means(head + before + "\n", head + after + "\n", severity, words);
    }
}
