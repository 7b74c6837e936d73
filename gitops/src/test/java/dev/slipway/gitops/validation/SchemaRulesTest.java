package dev.slipway.gitops.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.gitops.validation.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRulesTest {

    private static final String WIDGETS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Widget, plural: widgets}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          required: [size]
                          x-kubernetes-validations: [{rule: self.size > 0}]
                          properties:
                            size: {type: integer, minimum: 1, maximum: 9}
                            port: {x-kubernetes-int-or-string: true}
                            color: {type: string, enum: [red, green], nullable: true}
                            name: {type: string, pattern: "^[a-z]+$", maxLength: 5}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                            labels: {type: object, additionalProperties: {type: string}}
                            parts:
                              type: array
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [id]
                              items: {type: object, properties: {id: {type: string}}}
                            template:
                              type: object
                              x-kubernetes-embedded-resource: true
                              x-kubernetes-preserve-unknown-fields: true
                            target:
                              type: object
                              properties: {url: {type: string}, ref: {type: string}}
                              oneOf: [{required: [url]}, {required: [ref]}]
            """;

    private static List<String> widget(String spec) {
        return new Cluster()
                .with("schemas/widgets.yaml", WIDGETS)
                .holding("""
                        apiVersion: example.com/v1
                        kind: Widget
                        metadata: {name: one}
                        spec: %s
                        """.formatted(spec))
                .lines();
    }

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: one}
            %s
            """;

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter22!", "aHVu dGVy", "aHVudA", "aHVudA==="})
    void whatIsNotEncodedIsRefusedAndNotShown(String data) {
        assertThat(new Cluster()
                        .holding(SECRET.formatted("data: {pin: \"" + data + "\"}"))
                        .lines())
                .singleElement()
                .asString()
                .contains("\"(hidden)\" is not of the format byte")
                .doesNotContain(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aHVudA==", "aHVu\\ndA==\\n"})
    void whatIsEncodedIsTaken(String data) {
        assertThat(new Cluster()
                        .holding(SECRET.formatted("data: {pin: \"" + data + "\"}"))
                        .lines())
                .isEmpty();
    }

    @Test
    void valuesOfSecretsAreNotShown() {
        assertThat(new Cluster()
                        .holding(SECRET.formatted("stringData: {pin: 987654}"))
                        .lines())
                .singleElement()
                .asString()
                .contains("This is a whole number, \"(hidden)\".")
                .doesNotContain("987654");
        assertThat(new Cluster().holding("""
                                apiVersion: v1
                                kind: ConfigMap
                                metadata: {name: one}
                                data: {db.password: 987654, port: 8080, url: "http://a:b@c"}
                                """).lines())
                .hasSize(2)
                .anyMatch(each -> each.contains("\"8080\""))
                .noneMatch(each -> each.contains("987654"));
    }

    @Test
    void takesWhatKubernetesTakes() {
        assertThat(Cluster.lines(Cluster.container("resources: {requests: {cpu: 1, memory: 1Gi}}")))
                .isEmpty();
        assertThat(Cluster.lines("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, annotations: {x: "1"}, creationTimestamp: null}
                data: {a: b}
                """)).isEmpty();
    }

    @Test
    void findsAnUnknownFieldAndTheOneThatWasMeant() {
        ValidationReport report = new Cluster()
                .holding(Cluster.container("imagePullPolice: Always"))
                .report();

        assertThat(Cluster.lines(report))
                .containsExactly(
                        "ERROR schema/field Deployment shop/web"
                                + " spec.template.spec.containers[0].imagePullPolice: There is no field \"imagePullPolice\" here.");
        assertThat(report.findings().getFirst().violation().next()).isEqualTo("Did you mean \"imagePullPolicy\"?");
    }

    @Test
    void findsWrongTypesOfKubernetesOwnObjects() {
        assertThat(Cluster.lines(Cluster.container("env: [{name: PORT, value: 8080}]")))
                .singleElement()
                .asString()
                .contains("schema/type", "env[0].value: This is a whole number, \"8080\".");
        assertThat(Cluster.lines(Cluster.container("resources: {limits: {memory: 1Gb}}")))
                .singleElement()
                .asString()
                .contains("schema/value", "\"1Gb\" is no quantity");
        assertThat(Cluster.lines(Cluster.container("imagePullPolicy: Sometimes")))
                .singleElement()
                .asString()
                .contains("schema/value", "\"Sometimes\"");
    }

    @Test
    void findsWhatIsMissingAndWhatStandsTwice() {
        assertThat(Cluster.lines("{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 1}}"))
                .anyMatch(line -> line.contains("schema/required") && line.contains("\"selector\" and \"template\""));
        assertThat(Cluster.lines(Cluster.container("env: [{name: A, value: a}, {name: A, value: b}]")))
                .singleElement()
                .asString()
                .contains("schema/duplicate", "env[1]");
    }

    @Test
    void findsNamesAndLabelsThatKubernetesRefuses() {
        assertThat(Cluster.lines("{apiVersion: v1, kind: ConfigMap, metadata: {name: My_Map, labels: {app: a b}}}"))
                .hasSize(2)
                .allMatch(line -> line.contains("schema/name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a, labels: {example.com/app: b}} | {name: a, labels: {example_com/app: b}} | no key of a label",
                "{name: a, labels: {app: ''}} | {name: a, labels: {a/b/c: d}} | no key of a label",
                "{name: a.b} | {name: a..b} | no name for a ConfigMap",
                "{name: a, annotations: {Example.com/a: b c}} | {name: a, annotations: {a b: c}} | no key of an annotation",
            })
    void findsMetadataThatKubernetesRefuses(String good, String bad, String words) {
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: %s}";

        assertThat(Cluster.lines(map.formatted(good))).isEmpty();
        assertThat(Cluster.lines(map.formatted(bad)))
                .singleElement()
                .asString()
                .startsWith("ERROR schema/name")
                .contains(words);
    }

    @Test
    void findsLabelsOfTheirPodsThatKubernetesRefuses() {
        String job = """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: a}
                spec:
                  schedule: "@daily"
                  jobTemplate:
                    spec:
                      template:
                        metadata: {labels: {app: %s}}
                        spec: {restartPolicy: Never, containers: [{name: a, image: a}]}
                """;

        assertThat(Cluster.lines(job.formatted("a"))).isEmpty();
        assertThat(Cluster.lines(job.formatted("a b")))
                .singleElement()
                .asString()
                .contains("schema/name");
    }

    @Test
    void leavesTemplatesOfOtherThingsThanPodsAlone() {
        assertThat(Cluster.lines("""
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: a, namespace: argocd}
                spec:
                  generators: []
                  template:
                    metadata: {name: "{{name}}", labels: {cluster: "{{name}}"}}
                    spec: {project: default, destination: {}}
                """)).noneMatch(line -> line.contains("schema/name"));
    }

    @Test
    void findsAnnotationsThatAreTooLargeTogether() {
        String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, annotations: {a: \"%s\", b: \"%s\"}}}";
        String half = "x".repeat(128 * 1024 - 1);

        assertThat(new Cluster()
                        .applied("Replace=true")
                        .holding(map.formatted(half, half))
                        .lines())
                .isEmpty();
        assertThat(new Cluster()
                        .applied("Replace=true")
                        .holding(map.formatted(half, half + "x"))
                        .lines())
                .singleElement()
                .asString()
                .contains("schema/name", "262145 bytes");
    }

    @ParameterizedTest
    @CsvSource({"batch/v1,CronJob,52", "batch/v1,Job,63", "v1,Service,63", "apps/v1,StatefulSet,63"})
    void findsNamesThatAreTooLongForWhatIsMadeOfThem(String version, String kind, int longest) {
        String object = "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: %s}}";

        assertThat(Cluster.lines(object.formatted("a".repeat(longest))))
                .noneMatch(line -> line.contains("schema/name"));
        assertThat(Cluster.lines(object.formatted("a".repeat(longest + 1))))
                .anyMatch(line -> line.contains("schema/name") && line.contains("no name for a " + kind));
    }

    @Test
    void findsAKindThatKubernetesDoesNotHave() {
        ValidationReport report = new Cluster()
                .holding("{apiVersion: apps/v1, kind: Deploymnt, metadata: {name: a}}")
                .report();

        assertThat(Cluster.lines(report)).singleElement().asString().startsWith("ERROR schema/missing");
        assertThat(report.findings().getFirst().violation().next()).contains("apps/v1 Deployment");
    }

    @Test
    void findsAnObjectWithoutAVersion() {
        ValidationReport report =
                new Cluster().holding("{kind: ConfigMap, metadata: {name: a}}").report();

        assertThat(Cluster.lines(report)).singleElement().asString().endsWith("It has no apiVersion.");
        assertThat(report.findings().getFirst().violation().next()).isEqualTo("Did you mean \"v1 ConfigMap\"?");
    }

    @Test
    void findsFieldsOfApplicationsThatNothingMakes() {
        String top = Cluster.application("all", "all").replace("path: all", "path: all, kustomize: {imgaes: []}");
        String below = top.replace("name: all", "name: below").replace("path: all", "path: none");

        assertThat(new Cluster().with("bootstrap/root.yaml", top).lines())
                .filteredOn(line -> line.contains("imgaes"))
                .singleElement()
                .asString()
                .startsWith("ERROR schema/field Application argocd/all spec.source.kustomize.imgaes");
        assertThat(Cluster.lines(below))
                .filteredOn(line -> line.contains("imgaes"))
                .singleElement()
                .asString()
                .contains("Application argocd/below");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{list: {elements: [{name: a}]}}]"})
    void findsFieldsOfApplicationSetsWhateverTheyMake(String generators) {
        String set = """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: shops, namespace: argocd}
                spec:
                  generators: %s
                  template:
                    metadata: {name: "{{name}}"}
                    spec:
                      project: default
                      source: {repoURL: "%s", path: none, kustomize: {imgaes: []}}
                      destination: {name: here}
                """.formatted(generators, Cluster.OWN);
        String root = Cluster.application("all", "all") + "---\n" + set;

        ValidationReport alone = new Cluster().with("bootstrap/root.yaml", root).report();
        assertThat(Cluster.lines(alone))
                .filteredOn(line -> line.contains("imgaes"))
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR schema/field ApplicationSet argocd/shops spec.template.spec.source.kustomize.imgaes");
        assertThat(alone.placed(alone.of(Severity.ERROR)))
                .extracting(ValidationFinding::where)
                .contains("bootstrap/root.yaml:18:94");

        assertThat(Cluster.lines(set))
                .filteredOn(line -> line.contains("imgaes"))
                .hasSize(1);
    }

    @Test
    void namesTheLineOfAnApplicationThatNothingMakes() {
        String top = Cluster.application("all", "all").replace("project: default", "project: default\n  prject: other");
        ValidationReport report = new Cluster().with("bootstrap/root.yaml", top).report();

        assertThat(report.placed(report.of(Severity.ERROR)))
                .extracting(ValidationFinding::where)
                .contains("bootstrap/root.yaml:6:11");
    }

    @Test
    void findsFieldsOfProjectsThatNothingMakes() {
        String root = Cluster.application("all", "all") + "---\n" + """
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: default, namespace: argocd}
                spec: {sourceRepos: ["*"], destination: []}
                """;

        assertThat(new Cluster().with("bootstrap/root.yaml", root).lines())
                .anyMatch(line -> line.startsWith("ERROR schema/field AppProject argocd/default spec.destination"));
    }

    @Test
    void saysOnceWhichKindHasNoSchema() {
        assertThat(Cluster.lines(
                        "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}}",
                        "{apiVersion: example.com/v1, kind: Thing, metadata: {name: b}}"))
                .singleElement()
                .asString()
                .startsWith("UNKNOWN schema/missing")
                .endsWith("Not validated: no schema for example.com/v1 Thing (2 objects).");
    }

    @Test
    void takesWhatACustomResourcesSchemaTakes() {
        assertThat(widget("{size: 3, port: 80, color: null, name: abc, free: {a: {b: c}}, labels: {a: b},"
                        + " parts: [{id: a}, {id: b}], template: {apiVersion: v1, kind: X, metadata: {name: a}, more: 1},"
                        + " target: {url: a}}"))
                .isEmpty();
    }

    @Test
    void findsWhatACustomResourcesSchemaDoesNotTake() {
        assertThat(widget("{size: 12}")).singleElement().asString().contains("schema/value", "too large");
        assertThat(widget("{size: \"3\"}")).singleElement().asString().contains("schema/type", "a text");
        assertThat(widget("{size: null}")).anyMatch(line -> line.contains("Nothing stands here"));
        assertThat(widget("{size: 1, port: 1.5}")).singleElement().asString().contains("schema/type");
        assertThat(widget("{size: 1, color: blue}")).singleElement().asString().contains("schema/value");
        assertThat(widget("{size: 1, name: ABC}")).singleElement().asString().contains("not written as");
        assertThat(widget("{size: 1, sise: 2}")).singleElement().asString().contains("schema/field");
        assertThat(widget("{size: 1, labels: {a: 1}}"))
                .singleElement()
                .asString()
                .contains("schema/type");
        assertThat(widget("{size: 1, parts: [{id: a}, {id: a}]}"))
                .singleElement()
                .asString()
                .contains("schema/duplicate");
        assertThat(widget("{size: 1, target: {url: a, ref: b}}"))
                .singleElement()
                .asString()
                .contains("schema/value", "spec.target");
        assertThat(widget("{size: 1, template: {apiVersion: v1, kind: X, metadata: {nam: a}}}"))
                .singleElement()
                .asString()
                .contains("schema/field", "metadata.nam");
    }

    @Test
    void listsRulesThatAreNotEvaluated() {
        ValidationReport report = new Cluster()
                .with("schemas/widgets.yaml", WIDGETS)
                .holding("{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: {size: 1}}")
                .report();

        assertThat(report.unchecked())
                .containsExactly("example.com/v1 Widget: 1 CEL rule is not evaluated (schemas/widgets.yaml)");
    }

    @Test
    void takesSchemasFromWhatIsRenderedAndFromAFolderThatIsNamed() {
        String broken = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: {}}";

        assertThat(new Cluster().holding(WIDGETS, broken).lines())
                .singleElement()
                .asString()
                .contains("schema/required");
        assertThat(Cluster.lines(
                        new Cluster().holding(broken).report(new Options(MemoryTree.ofTexts("w.yaml", WIDGETS), null))))
                .singleElement()
                .asString()
                .contains("schema/required");
    }

    @Test
    void saysWhichSchemaCannotBeRead() {
        assertThat(new Cluster().with("schemas/a.yaml", "a: [").report().unreadable())
                .singleElement()
                .satisfies(each -> assertThat(each.where()).startsWith("schemas/a.yaml:"));
    }

    @Test
    void knowsWhatSlipwayWrites() {
        assertThat(Cluster.lines("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a}
                spec:
                  hosts: [a.localhost]
                  http: [{match: [{uri: {prefix: /, exact: /}}], rout: []}]
                """))
                .hasSize(2)
                .anyMatch(line -> line.contains("schema/field") && line.contains("\"rout\""))
                .anyMatch(line -> line.contains("schema/value") && line.contains("match[0].uri"));
    }
}
