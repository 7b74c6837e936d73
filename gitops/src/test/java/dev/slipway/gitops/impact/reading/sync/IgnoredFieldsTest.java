package dev.slipway.gitops.impact.reading.sync;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Meanings.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.Revision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "'group: apps, kind: Deployment, jsonPointers: [/spec/replicas]' | 'syncOptions: []'",
            })
    void othersAreSynced(String rule, String options) {
        assertThat(scaled(rule, options)).containsExactly("notable: Replicas: 3 → 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".spec.replicas, .spec.paused",
                ".spec | .replicas",
                ".spec | .paused, .replicas",
                ".spec[\"replicas\"]",
                ".[\"spec\"].replicas?",
                ".\"spec\".\"replicas\"",
                ".spec[]",
                ".spec | select(.replicas != 5) | .replicas",
                "select(.metadata.name == \"checkout\") | .spec.replicas",
            })
    void fieldsThatAnExpressionNamesStay(String expression) {
        assertThat(scaled("group: apps, kind: Deployment, jqPathExpressions: ['" + expression + "']", RESPECT))
                .containsExactly(LEFT);
    }

    /** Two containers; the image of the second one changes. */
    private static List<String> released(String rule) {
        String two = DEPLOYMENT.replace("        - name: app\n", """
                        - {name: side, image: "r.local/side:1"}
                        - name: app
                """);
        assertThat(two).contains("side");
        return words(
                ignoring("group: apps, kind: Deployment, " + rule, RESPECT, two),
                ignoring(
                        "group: apps, kind: Deployment, " + rule,
                        RESPECT,
                        two.replace("checkout:1.0", "checkout:1.1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jqPathExpressions: ['.spec.template.spec.containers[].image']",
                "jqPathExpressions: ['.spec.template.spec.containers[]?.image']",
                "jqPathExpressions: ['.spec.template.spec.containers[1].image']",
                "jqPathExpressions: ['.spec.template.spec.containers[] | select(.name == \"app\") | .image']",
                "jqPathExpressions: ['.spec.template.spec.containers[] | select(.name==\"app\").image']",
                "jqPathExpressions: ['.spec.template.spec.containers[]|select(.name != \"side\")']",
                "jqPathExpressions: ['.spec.template.spec | .containers | .[] | select(.readinessProbe.httpGet.path == \"/ready\") | .image']",
                "jsonPointers: [/spec/template/spec/containers/1/image]",
            })
    void elementsOfListsStay(String rule) {
        assertThat(released(rule))
                .isNotEmpty()
                .allMatch(each -> each.startsWith("plain: spec.template.spec.containers[name=app].image in Git"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jqPathExpressions: ['.spec.template.spec.containers[0].image']",
                "jqPathExpressions: ['.spec.template.spec.containers[] | select(.name == \"side\") | .image']",
                "jqPathExpressions: ['.spec.template.spec.containers[] | select(.image == \"r.local/checkout:1.0\")']",
                "jqPathExpressions: ['.spec.template.spec.containers[].image[]']",
                "jsonPointers: [/spec/template/spec/containers/0/image]",
                "jsonPointers: [/spec/template/spec/containers/2]",
            })
    void otherElementsAreSynced(String rule) {
        assertThat(released(rule))
                .anyMatch(each -> each.startsWith("notable: Image of app"))
                .noneMatch(each -> each.contains("Argo CD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "jqPathExpressions: ['.spec.template.spec.containers[] | select(.name | test(\"a\"))']"
                        + " ¦ \".spec.template.spec.containers[] | select(.name | test(\"a\"))\" of jqPathExpressions",
                "jqPathExpressions: [..] ¦ \"..\" of jqPathExpressions",
                "jqPathExpressions: ['.'] ¦ \".\" of jqPathExpressions",
                "jqPathExpressions: ['del(.spec)'] ¦ \"del(.spec)\" of jqPathExpressions",
                "jsonPointers: [''] ¦ an empty entry of jsonPointers",
                "managedFieldsManagers: [kube-controller-manager] ¦ what kube-controller-manager has set in the cluster",
            })
    void saysWhatItCannotFollow(String rule, String words) {
        assertThat(released(rule))
                .anyMatch(each -> each.startsWith("notable: Image of app"))
                .contains("plain: Argo CD may leave some of this as it is live: it ignores " + words
                        + ", and which fields these are is not known here (ignoreDifferences)");
    }

    private static Stream<String> expressionsThatAreTooMuch() {
        return Stream.of(
                "select(" + ".a".repeat(3000) + " == 1) | .spec",
                "select(.metadata.name == \"checkout\") | .spec.template" + " ".repeat(2000),
                ".spec,.metadata" + "|.,.b".repeat(28),
                ".spec" + ", .spec".repeat(100));
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(20)
    void expressionsThatAreTooMuch(String expression) {
        assertThat(released("jqPathExpressions: ['" + expression + "']"))
                .anyMatch(each -> each.startsWith("notable: Image of app"))
                .anyMatch(each -> each.contains("which fields these are is not known here") && each.length() < 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".metadata.labels.none == null",
                ".metadata.labels.none != \"null\"",
                ".spec.paused == true",
                ".spec.paused != \"true\"",
                ".spec.minReadySeconds == 1",
                ".spec.revisionHistoryLimit == 2",
                ".metadata.labels.one == \"1\"",
                ".metadata.labels.one != 1",
            })
    void comparesAsJqDoes(String comparison) {
        assertThat(compared(comparison)).containsExactly(LEFT);
        String opposite = comparison.contains("==") ? comparison.replace("==", "!=") : comparison.replace("!=", "==");
        assertThat(compared(opposite)).containsExactly("notable: Replicas: 3 → 7");
    }

    private static List<String> compared(String comparison) {
        String rule =
                "group: apps, kind: Deployment, jqPathExpressions: ['select(" + comparison + ") | .spec.replicas']";
        String typed = DEPLOYMENT
                .replace("metadata: {name: checkout", "metadata: {labels: {one: '1'}, name: checkout")
                .replace(
                        "  replicas: 3",
                        "  paused: true\n  minReadySeconds: 1.0\n  revisionHistoryLimit: 2\n  replicas: 3");
        assertThat(typed).contains("one: '1'").contains("paused");
        return words(
                ignoring(rule, RESPECT, typed), ignoring(rule, RESPECT, typed.replace("replicas: 3", "replicas: 7")));
    }

    @Test
    void annotationsStay() {
        String rule = "group: apps, kind: '*', jqPathExpressions: ['.metadata.annotations[\"example.com/at\"]']";
        String annotated = DEPLOYMENT.replace(
                "metadata: {name: checkout", "metadata: {annotations: {example.com/at: '1'}, name: checkout");
        assertThat(annotated).isNotEqualTo(DEPLOYMENT);

        assertThat(words(
                        ignoring(rule, RESPECT, annotated),
                        ignoring(rule, RESPECT, annotated.replace("at: '1'", "at: '2'"))))
                .singleElement()
                .asString()
                .startsWith("plain: metadata.annotations[\"example.com/at\"] in Git: 1 → 2");
    }
}
