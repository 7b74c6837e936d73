package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateTest {

    private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: b}}\n";
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Widget, plural: widgets}
              versions:
                - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {size: {type: integer}}}}}
            """;

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private int validate(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "validate";
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[arguments.length - 1] = directory.toString();
        return terminal.run(arguments);
    }

    @Test
    void saysThatNothingIsWrong() throws IOException {
        file("kustomization.yaml", "resources: [a.yaml]\n");
        file("a.yaml", MAP);

        assertThat(validate()).isEqualTo(ExitCode.DONE.code());
        assertThat(terminal.out()).isEqualTo("1 object of 1 Application, nothing wrong.\n");
    }

    @Test
    void validatesAChartForTheKubernetesThatIsAskedFor() throws IOException {
        file("Chart.yaml", "{apiVersion: v2, name: shop, version: 1.0.0}\n");
        file("templates/map.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                {{- if semverCompare ">=1.34" .Capabilities.KubeVersion.Version }}
                dta: {a: b}
                {{- end }}
                """);

        assertThat(validate("--kubernetes", "1.33")).isEqualTo(ExitCode.DONE.code());
        assertThat(validate("--kubernetes", "1.34")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.out()).contains("dta");
    }

    @Test
    void readsRemoteBasesFromTheCheckoutsThatAreNamed(@TempDir Path bases) throws IOException {
        file("web/kustomization.yaml", "resources: [a.yaml]\n");
        file("web/a.yaml", MAP);
        file("kustomization.yaml", "resources: [\"https://git.example/acme/bases//web?ref=v1\"]\n");

        assertThat(validate()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.out()).contains("kustomization.yaml:1:13", "is not at hand");

        Files.createDirectories(bases.resolve("web"));
        Files.writeString(bases.resolve("web/kustomization.yaml"), "configMapGenerator: [{name: one}, {name: two}]\n");
        assertThat(validate("--source", "https://git.example/acme/bases=" + bases))
                .isEqualTo(ExitCode.DONE.code());
        assertThat(terminal.out()).contains("2 objects");

        Files.writeString(bases.resolve("web/kustomization.yaml"), "resources: [gone.yaml]\n");
        validate("--source", "https://git.example/acme/bases=" + bases);
        assertThat(terminal.out())
                .contains("\nhttps://git.example/acme/bases//web/kustomization.yaml?ref=v1:1:13: error");
    }

    @Test
    void namesFileLineRuleAndWhatWasMeantOfAKustomization() throws IOException {
        file("base/kustomization.yaml", "resources: [a.yaml]\nnamespace: shop\n");
        file("base/a.yaml", "\n" + MAP.replace(" data:", " dta:"));
        file("kustomization.yaml", "resources: [base]\n");

        assertThat(validate()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.out())
                .contains("base/a.yaml:2:61: error schema/field: There is no field \"dta\" here.")
                .contains("object: ConfigMap shop/a, dta", "next: Did you mean \"data\"?")
                .endsWith("1 object of 1 Application: 1 error, 0 warnings, 0 that cannot be told, 0 ignored.\n");
    }

    @Test
    void validatesPlainManifestsWithSchemasFromElsewhere(@TempDir Path schemas) throws IOException {
        Files.writeString(schemas.resolve("widget.yaml"), DEFINITION);
        file("a.yaml", "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, size: x}");

        assertThat(validate()).isZero();
        assertThat(terminal.out()).contains("unknown schema/missing");
        assertThat(validate("--schemas", schemas.toString())).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.out()).contains("error schema/type");
    }

    @Test
    void validatesARepositoryAndTheCheckoutsThatItNames(@TempDir Path service) throws IOException {
        Files.writeString(service.resolve("kustomization.yaml"), "resources: [a.yaml]\n");
        Files.writeString(service.resolve("a.yaml"), "{apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: a}}");
        file("bootstrap/root.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: root}
                spec:
                  project: default
                  source: {repoURL: "https://git.example/acme/platform", path: applications, directory: {}}
                  destination: {name: here, namespace: argocd}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: default}
                spec: {sourceRepos: ["*"], destinations: [{name: "*", namespace: "*"}]}
                """);
        file("applications/shop.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop, labels: {slipway.dev/environment: dev}}
                spec:
                  project: default
                  source: {repoURL: "https://git.example/acme/shop", path: "", targetRevision: main}
                  destination: {name: here, namespace: shop}
                """);

        int exit = validate("--json", "--kubernetes", "1.33", "--source", "https://git.example/acme/shop=" + service);

        assertThat(exit).as(terminal.out()).isEqualTo(ExitCode.REFUSED.code());
        JsonNode answer = JsonMapper.shared().readTree(terminal.out());
        assertThat(answer.at("/errors").asInt()).isEqualTo(1);
        assertThat(answer.at("/findings/0/rule").asString()).isEqualTo("api/removed");
        assertThat(answer.at("/findings/0/environment").asString()).isEqualTo("dev");
        assertThat(answer.at("/findings/0/where").asString()).isEqualTo("shop: a.yaml:1:14");
    }

    @Test
    void saysWhatDoesNotRender() throws IOException {
        file("kustomization.yaml", "resources: [gone.yaml]\n");

        assertThat(validate()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.out()).contains("gone.yaml", "1 error");
    }

    @Test
    void doesNotCallADirectoryRightThatHoldsNothingToValidate() throws IOException {
        assertThat(validate()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("There is nothing to validate in \"" + directory + "\".", "Applications");

        file("docs/readme.md", "# Nothing\n");
        assertThat(validate()).isEqualTo(ExitCode.NOT_FOUND.code());

        file("deploy/a.yaml", MAP);
        assertThat(validate()).isEqualTo(ExitCode.DONE.code());
    }

    @Test
    void refusesWhatIsNoVersionAndNoDirectory() {
        assertThat(validate("--kubernetes", "new")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.run("validate", directory.resolve("gone").toString()))
                .isEqualTo(ExitCode.NOT_FOUND.code());
    }
}
