package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.Revision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that Argo CD leaves as they are live, although Git says otherwise. */
class IgnoredFieldsTest {

    private static final String LEFT = "plain: spec.replicas in Git: 3 → 7; Argo CD leaves what is live"
            + " (ignoreDifferences and RespectIgnoreDifferences=true)";

    private static final String RESPECT = "syncOptions: [RespectIgnoreDifferences=true]";

    private static Revision ignoring(String rule, String options, String manifests) {
        return Revision.empty()
                .file("applications/checkout.yaml", """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata: {name: checkout-production}
                        spec:
                          project: all
                          source: {repoURL: "https://git/platform", targetRevision: main, path: deploy/checkout}
                          destination: {name: spoke, namespace: red-prod}
                          ignoreDifferences: [{%s}]
                          syncPolicy: {automated: {prune: true}, %s}
                        """.formatted(rule, options))
                .file("deploy/checkout/all.yaml", manifests);
    }

    private static List<String> scaled(String rule, String options) {
        return words(
                ignoring(rule, options, DEPLOYMENT),
                ignoring(rule, options, DEPLOYMENT.replace("replicas: 3", "replicas: 7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'group: apps, kind: Deployment, jsonPointers: [/spec/replicas]'",
                "'group: \"*\", kind: \"*\", jsonPointers: [/spec/replicas]'",
                "'group: apps, kind: Deployment, name: checkout, namespace: red-prod, jqPathExpressions: [.spec.replicas]'",
            })
    void fieldsThatAreIgnoredStay(String rule) {
        assertThat(scaled(rule, RESPECT)).containsExactly(LEFT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'group: apps, kind: StatefulSet, jsonPointers: [/spec/replicas]' | 'syncOptions: [RespectIgnoreDifferences=true]'",
                "'group: apps, kind: Deployment, name: till, jsonPointers: [/spec/replicas]' | 'syncOptions: [RespectIgnoreDifferences=true]'",
                "'group: apps, kind: Deployment, jsonPointers: [/spec/template]' | 'syncOptions: [RespectIgnoreDifferences=true]'",
                "'group: apps, kind: Deployment, jqPathExpressions: [\".spec.replicas, .spec.paused\"]' | 'syncOptions: [RespectIgnoreDifferences=true]'",
                "'group: apps, kind: Deployment, jsonPointers: [/spec/replicas]' | 'syncOptions: []'",
            })
    void othersAreSynced(String rule, String options) {
        assertThat(scaled(rule, options)).containsExactly("notable: Replicas: 3 → 7");
    }

    @Test
    void elementsOfListsAreIgnoredByExpressions() {
        String rule = "group: apps, kind: Deployment, jqPathExpressions: [\".spec.template.spec.containers[].image\"]";

        assertThat(words(
                        ignoring(rule, RESPECT, DEPLOYMENT),
                        ignoring(rule, RESPECT, DEPLOYMENT.replace("checkout:1.0", "checkout:1.1"))))
                .allMatch(each -> each.startsWith("plain: spec.template.spec.containers[name=app].image in Git"));
    }
}
