package dev.slipway.services.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.services.EnvironmentVariable;
import dev.slipway.services.ServicesException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final EnvironmentName DEV = new EnvironmentName("dev");
    private static final String KUSTOMIZATION = """
            resources:
              - ../../base
            patches:
              - path: environment.yaml
            """;
    private static final String PATCH = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: pricing-api   # the service
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      env:
                        # what it says
                        - name: GREETING
                          value: Hello   # politely
                        - name: DRAIN_MILLIS
                          value: "1000"
            """;

    @Test
    void changesOnlyTheBytesOfTheValue() {
        assertThat(set(PATCH, "GREETING", "Ahoy")).contains(PATCH.replace("value: Hello ", "value: Ahoy "));
    }

    @Test
    void quotesWhatYamlWouldTakeForSomethingElse() {
        assertThat(set(PATCH, "GREETING", "8080").orElseThrow()).contains("value: \"8080\"   # politely");
        assertThat(set(PATCH, "GREETING", "off").orElseThrow()).contains("value: \"off\"");
        assertThat(set(PATCH, "GREETING", "a: \"b\" # c\n").orElseThrow()).contains("value: \"a: \\\"b\\\" # c\\n\"");
        assertThat(set(PATCH, "GREETING", "").orElseThrow()).contains("value: \"\"");
    }

    @Test
    void addsAVariableBelowTheLastOne() {
        assertThat(set(PATCH, "COLOUR", "deep blue"))
                .contains(PATCH + "            - name: COLOUR\n              value: deep blue\n");
    }

    @Test
    void removesAVariableWithItsLines() {
        assertThat(set(PATCH, "DRAIN_MILLIS", null))
                .contains(PATCH.substring(0, PATCH.indexOf("            - name: DRAIN_MILLIS")));
    }

    @Test
    void emptiesAndFillsAList() {
        String one = PATCH.substring(0, PATCH.indexOf("            - name: DRAIN_MILLIS"))
                .replace("            # what it says\n", "");

        String empty = set(one, "GREETING", null).orElseThrow();

        assertThat(empty).contains("env: []");
        assertThat(set(empty, "GREETING", "Hello").orElseThrow()).isEqualToNormalizingWhitespace(one);
    }

    @Test
    void findsNothingToDoWhenItIsSoAlready() {
        assertThat(set(PATCH, "GREETING", "Hello")).isEmpty();
        assertThat(set(PATCH, "COLOUR", null)).isEmpty();
    }

    @Test
    void mendsANumberWithoutQuotes() {
        assertThat(set(PATCH.replace("\"1000\"", "1000"), "DRAIN_MILLIS", "1000"))
                .contains(PATCH);
    }

    @Test
    void editsListsInOneLine() {
        String patch = PATCH.substring(0, PATCH.indexOf("env:")) + "env: [{name: A, value: x}, {name: B, value: y}]\n";

        assertThat(set(patch, "C", "z").orElseThrow()).endsWith("{name: B, value: y}, {name: C, value: z}]\n");
        assertThat(set(patch, "A", null).orElseThrow()).endsWith("env: [{name: B, value: y}]\n");
        assertThat(set(patch, "B", null).orElseThrow()).endsWith("env: [{name: A, value: x}]\n");
    }

    @Test
    void editsLiteralsOfAGenerator() {
        String generator = """
                configMapGenerator:
                  - name: settings
                    literals:
                      - GREETING=Hello
                      - COLOUR=blue
                """;
        MemoryTree tree = tree(Map.of("deploy/overlays/dev/kustomization.yaml", generator));

        assertThat(planned(tree, "COLOUR", "red", "kustomization.yaml"))
                .contains(generator.replace("COLOUR=blue", "COLOUR=red"));
        assertThat(planned(tree, "SIZE", "5", "kustomization.yaml")).contains(generator + "      - SIZE=5\n");
    }

    @Test
    void refusesWhatComesFromElsewhere() {
        String patch = PATCH.replace(
                "value: Hello   # politely", "valueFrom: {secretKeyRef: {name: greetings, key: greeting}}");

        assertThatThrownBy(() -> set(patch, "GREETING", "Ahoy"))
                .isInstanceOf(ServicesException.class)
                .hasMessageContaining("deploy/overlays/dev/environment.yaml:12");
    }

    @Test
    void tellsTheValueThatIsToGiveWay() {
        MemoryTree tree = tree(Map.of(
                "deploy/overlays/dev/kustomization.yaml",
                KUSTOMIZATION,
                "deploy/overlays/dev/environment.yaml",
                PATCH));

        assertThat(Variables.plan(tree, DEV, "GREETING", null).orElseThrow().before())
                .isEqualTo("Hello");
        assertThat(Variables.plan(tree, DEV, "COLOUR", "red").orElseThrow().before())
                .isNull();
    }

    @Test
    void refusesAnEnvironmentWithoutAnOverlay() {
        assertThatThrownBy(() -> Variables.plan(tree(Map.of()), DEV, "A", "b"))
                .hasMessageContaining("deploy/overlays/dev/kustomization.yaml");
    }

    @Test
    void listsWhatIsSetAndWhatIsInherited() {
        MemoryTree tree = tree(Map.of(
                "deploy/overlays/dev/kustomization.yaml",
                KUSTOMIZATION,
                "deploy/overlays/dev/environment.yaml",
                PATCH,
                "deploy/base/kustomization.yaml",
                "resources: [deployment.yaml]",
                "deploy/base/deployment.yaml",
                PATCH.replace("DRAIN_MILLIS", "PORT")));

        assertThat(Variables.read(tree, DEV))
                .extracting(EnvironmentVariable::name, EnvironmentVariable::source)
                .extracting(Object::toString)
                .containsExactly("(\"GREETING\", OVERLAY)", "(\"DRAIN_MILLIS\", OVERLAY)", "(\"PORT\", BASE)");
    }

    @Test
    void namesEverythingWrongAtOnce() {
        assertThat(Variables.problems("1-2", "\0".repeat(40_000))).hasSize(3);
    }

    private static Optional<String> set(String patch, String name, @Nullable String value) {
        MemoryTree tree = tree(Map.of(
                "deploy/overlays/dev/kustomization.yaml",
                KUSTOMIZATION,
                "deploy/overlays/dev/environment.yaml",
                patch));
        return planned(tree, name, value, "environment.yaml");
    }

    private static Optional<String> planned(MemoryTree tree, String name, @Nullable String value, String file) {
        return Variables.plan(tree, DEV, name, value)
                .map(VariableChange::file)
                .filter(change -> change.path().equals("deploy/overlays/dev/" + file))
                .map(change -> change.content().text());
    }

    private static MemoryTree tree(Map<String, String> texts) {
        Map<String, FileContent> files = new HashMap<>();
        texts.forEach((path, text) -> files.put(path, FileContent.text(text)));
        return MemoryTree.of(files);
    }
}
