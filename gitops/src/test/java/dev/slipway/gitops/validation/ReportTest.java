package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.validation.rule.Severity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ignoring, comparing and placing what was found. */
class ReportTest {

    private static final String BROKEN = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              annotations:
                slipway.dev/ignore: "%s"
            dat: {}
            """;

    @Test
    void takesBackWhatAnAnnotationGivesAReasonFor() {
        ValidationReport report = new Cluster()
                .holding(BROKEN.formatted("schema/field: an old controller reads it"))
                .report();

        assertThat(report.of(Severity.ERROR)).isEmpty();
        assertThat(report.ignored())
                .singleElement()
                .extracting(ValidationFinding::ignored)
                .isEqualTo("an old controller reads it");
        assertThat(new Cluster()
                        .holding(BROKEN.formatted("schema/*: a; api/removed: b"))
                        .lines())
                .isEmpty();
    }

    @Test
    void takesNothingBackWithoutAReasonOrARule() {
        assertThat(new Cluster().holding(BROKEN.formatted("schema/field")).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("WARNING ignore/malformed") && line.contains("without a reason"));
        assertThat(new Cluster().holding(BROKEN.formatted("schema/feild: why")).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("There is no rule \"schema/feild\""));
    }

    @Test
    void namesFileAndLine() {
        ValidationReport report =
                new Cluster().with("all/maps/a.yaml", BROKEN.formatted("")).report();

        assertThat(report.placed(report.findings()))
                .singleElement()
                .extracting(ValidationFinding::where)
                .isEqualTo("all/maps/a.yaml:7:6");
    }

    @Test
    void placesAFieldInTheFileOfAKustomizationThatHasIt() {
        String broken = "{name: app, image: app, resources: {limit: {}}}";
        MemoryTree tree = MemoryTree.ofTexts(
                "bootstrap/root.yaml",
                        Cluster.application("web", "overlays/dev").replace(", directory: {recurse: true}", ""),
                "base/kustomization.yaml", "resources: [deployment.yaml]\n",
                "base/deployment.yaml", Cluster.container(""),
                "overlays/dev/kustomization.yaml", "resources: [../../base]\npatches: [{path: patch.yaml}]\n",
                "overlays/dev/patch.yaml", """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web}
                        spec:
                          template:
                            spec:
                              containers: [%s]
                        """.formatted(broken));
        ValidationReport report = new Validation().validate(Subject.of(Checkout.read(tree, Map.of())));

        assertThat(report.placed(report.of(Severity.ERROR)))
                .extracting(ValidationFinding::where)
                .containsExactly("overlays/dev/patch.yaml:7:63");
    }

    @Test
    void placesAFieldInTheTemplateThatWritesIt() {
        MemoryTree tree = MemoryTree.ofTexts(
                "bootstrap/root.yaml",
                Cluster.application("web", "chart").replace(", directory: {recurse: true}", ""),
                "chart/Chart.yaml",
                "{apiVersion: v2, name: web, version: 1.0.0}",
                "chart/templates/maps.yaml",
                """
                {{- if not .Values.off }}
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: {{ .Release.Name }}-first}
                {{- end }}
                ---
                # the one
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: {{ .Release.Name }}-second
                  {{- with .Values.labels }}
                  labels: {{ . }}
                  {{- end }}
                dat: {}
                """,
                "chart/crds/thing.yaml",
                "# plain\n{apiVersion: v1, kind: ConfigMap, metadata: {name: things}, dat: {}}\n");
        ValidationReport report = new Validation().validate(Subject.of(Checkout.read(tree, Map.of())));

        assertThat(report.placed(report.of(Severity.ERROR)))
                .extracting(ValidationFinding::where)
                .containsExactlyInAnyOrder("chart/templates/maps.yaml:15", "chart/crds/thing.yaml:2");
    }

    @Test
    void findsOnlyWhatIsNew() {
        ValidationReport before = new Cluster()
                .holding("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, x: 1}")
                .report();
        ValidationReport after = new Cluster()
                .with("all/earlier.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: b}, x: 1}")
                .holding("# moved\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, x: 1}")
                .report();

        assertThat(after.since(before)).extracting(each -> each.object().name()).containsExactly("b");
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void listsWhatDoesNotRender() {
        assertThat(new Cluster().with("all/a.yaml", "a: [").lines())
                .singleElement()
                .asString()
                .startsWith("unreadable");
    }
}
