package dev.slipway.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.documents.tree.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said with its place, all of a layer at once. */
class ProblemsTest {
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {k: v}\n";

    private static List<String> problems(String kustomization) {
        MemoryTree tree = MemoryTree.ofTexts("kustomization.yaml", kustomization, "c.yaml", OBJECT);
        KustomizeException e =
                catchThrowableOfType(KustomizeException.class, () -> Kustomize.render(tree, "", Overrides.none()));
        return e.problems().stream().map(Object::toString).toList();
    }

    @Test
    void asksForQuotesWhereANumberStandsForAText() {
        assertThat(problems("resources: [c.yaml]\nimages: [{name: a, newTag: 1.10}]\ncommonLabels: {on: yes}\n"))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("kustomization.yaml:2:28:")
                        .contains("Write it in quotes: \"1.10\""))
                .anySatisfy(problem -> assertThat(problem).startsWith("kustomization.yaml:3:20:"));
    }

    @Test
    void repeatsNoLiteralOfASecret() {
        assertThat(problems("secretGenerator: [{name: a, literals: [hunter2]}]\n"))
                .singleElement()
                .asString()
                .contains("This literal has no key or no value.")
                .doesNotContain("hunter2");
        assertThat(problems("configMapGenerator: [{name: a, literals: [port]}]\n"))
                .singleElement()
                .asString()
                .contains("The literal \"port\"");
    }

    @Test
    void namesTheFileOfALineFromTheRoot() {
        MemoryTree tree = MemoryTree.ofTexts(
                "app/kustomization.yaml",
                "configMapGenerator: [{name: a, envs: [../app/conf/a.env]}]\n",
                "app/conf/a.env",
                "A=1\nB\n");

        assertThatExceptionOfType(KustomizeException.class)
                .isThrownBy(() -> Kustomize.render(tree, "app", Overrides.none()))
                .satisfies(
                        e -> assertThat(e.problems()).singleElement().asString().startsWith("app/conf/a.env:2:1"));
    }

    @Test
    void saysAllReplacementsThatCannotBeMade() {
        List<String> problems = problems("""
                resources: [c.yaml]
                replacements:
                - source: {kind: Secret}
                  targets: [{select: {kind: ConfigMap}}]
                - source: {kind: ConfigMap, fieldPath: data.none}
                  targets: [{select: {kind: ConfigMap}}]
                - source: {kind: ConfigMap}
                  targets: [{select: {kind: ConfigMap}, fieldPaths: [data.none]}]
                """);

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).startsWith("kustomization.yaml:3:11:").contains("There is no Secret");
        assertThat(problems.get(1)).startsWith("kustomization.yaml:5:11:").contains("missing or empty");
        assertThat(problems.get(2)).startsWith("kustomization.yaml:8:13:").contains("options: {create: true}");
    }

    @Test
    void saysWhichPathOfAReplacementNamesNoField() {
        List<String> problems = problems("""
                resources: [c.yaml]
                replacements:
                - source: {kind: ConfigMap}
                  targets:
                  - {select: {kind: ConfigMap}, fieldPaths: ["data.[name]"], options: {create: true}}
                  - {select: {kind: ConfigMap}, fieldPaths: ["."], options: {create: true}}
                """);

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("\"[name]\" is neither [field=value] nor a name with dots");
        assertThat(problems.get(1)).contains("the path names no field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{op: add, path: /data/x, value: y} # The patch is a map.",
                "[] # The JSON patch is empty.",
                "[{op: add, path: /data/x, value: a}]\n---\n[] # The JSON patch is one of several documents.",
                "[{op: add, path: data, value: a}] # has the path \"data\"",
                "[{op: test, path: /data/k}] # has no value",
                "[{op: add, path: /data/x, value: .inf}] # a number that JSON does not have",
                "[{op: remove, path: /data/x}] # has nothing at \"/data/x\"",
                "[{op: add, path: /data/x/y, value: a}] # has nothing at \"/data/x/y\"",
                "[{op: add, path: /metadata/labels/x, value: a}] # has nothing at \"/metadata/labels/x\"",
                "[{op: add, path: /data/l, value: [a]}, {op: replace, path: /data/l/-2, value: b}] # at \"/data/l/-2\"",
                "[{op: remove, path: /metadata/name}] # takes the kind or the name from"
            })
    void saysWhatIsWrongWithAJsonPatch(String patchAndProblem) {
        String[] parts = patchAndProblem.split(" # ");

        assertThat(problems("resources: [c.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |-\n"
                        + parts[0].indent(4)))
                .singleElement()
                .asString()
                .contains(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: Kustomization", "{}", "resources:", "namespace: \"\""})
    void saysWhichKustomizationIsEmpty(String base) {
        MemoryTree tree =
                MemoryTree.ofTexts("kustomization.yaml", "resources: [base]", "base/kustomization.yaml", base);

        assertThatExceptionOfType(KustomizeException.class)
                .isThrownBy(() -> Kustomize.render(tree, "", Overrides.none()))
                .withMessageContaining("base/kustomization.yaml:1:1: This kustomization is empty.");
    }

    @Test
    void saysWhichVariableStandsForNothing() {
        assertThat(problems("resources: [c.yaml]\nvars: [{name: V, objref: {apiVersion: v1, kind: Pod, name: p}}]\n"))
                .singleElement()
                .asString()
                .startsWith("kustomization.yaml:2:8:")
                .contains("\"V\" stands for nothing");
    }

    @Test
    void namesTheBuiltInKindsThatCouldStandThere() {
        assertThat(problems(
                        "resources: [c.yaml]\ntransformers:\n- |-\n  apiVersion: builtin\n  kind: LabelsTransformer\n"))
                .singleElement()
                .asString()
                .contains("There is no built-in \"LabelsTransformer\"", "LabelTransformer");
    }
}
