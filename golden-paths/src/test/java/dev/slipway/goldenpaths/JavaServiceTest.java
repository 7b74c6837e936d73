package dev.slipway.goldenpaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaServiceTest {

    private static final String JDK = System.getProperty("java.home") + "/bin/";

    private final MemoryTree files = GoldenPaths.all().get("java-service");
    private final TemplateDefinition template =
            TemplateReader.read("template.yaml", files.text("template.yaml").orElseThrow());

    private Map<String, FileContent> service(boolean production) {
        Workspace workspace = new Workspace();
        Map<String, Object> values = Map.of(
                "name",
                "pricing-api",
                "team",
                "red",
                "description",
                "Says: \"prices\"",
                "production",
                production,
                "replicas",
                3);
        new Actions(BuiltinActions.all())
                .find("fetch:template")
                .orElseThrow()
                .run(new ActionContext(
                        new RunInfo("1", "user:default/ada", "java-service", "", Map.of()),
                        "fetch",
                        Map.of("url", "./skeleton", "values", values),
                        workspace,
                        files,
                        line -> {}));
        return workspace.tree().files();
    }

    @Test
    void asksForReplicasOnlyForProduction() {
        Form form = new Form(template);

        assertThat(form.submitted(Map.of("name", "a-b", "team", "red"))).containsEntry("replicas", 3L);
        assertThat(form.submitted(Map.of("name", "a-b", "team", "red", "production", false)))
                .doesNotContainKey("replicas");
        assertThat(form.problems(Map.of("name", "A", "replicas", 1L)))
                .extracting(FieldProblem::field)
                .contains("name", "team", "replicas");
    }

    @Test
    void leavesNothingUnrendered() {
        assertThat(service(true))
                .allSatisfy((path, content) -> assertThat(path + content.text()).doesNotContain("${{"));
        assertThat(service(true))
                .containsKeys(
                        ".gitignore",
                        "CODEOWNERS",
                        "catalog-info.yaml",
                        "deploy/dependencies.yaml",
                        "deploy/overlays/preview/kustomization.yaml",
                        "deploy/overlays/production/kustomization.yaml");
    }

    @Test
    void writesYamlOnly() {
        service(true).forEach((path, content) -> {
            if (path.endsWith(".yaml") || path.endsWith(".yml")) {
                assertThat(YamlReader.core().documents(path, content.text())).isNotEmpty();
            }
        });
    }

    @Test
    void hasNoOverlayForAnEnvironmentItDoesNotGoTo() {
        assertThat(service(false).keySet()).noneMatch(path -> path.contains("production"));
        assertThat(service(false)).containsKey("deploy/overlays/staging/kustomization.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "production", "preview"})
    void rendersOverlaysThatPassPodSecurityRestricted(String environment) {
        String text = Kustomize.render(MemoryTree.of(service(true)), "deploy/overlays/" + environment, Overrides.none())
                .text();

        YamlValue pod = YamlReader.core().documents("rendered", text).stream()
                .filter(document ->
                        document.at("/kind").flatMap(YamlValue::asText).equals(Optional.of("Deployment")))
                .findFirst()
                .flatMap(deployment -> deployment.at("/spec/template/spec"))
                .orElseThrow();
        assertThat(at(pod, "/securityContext/runAsNonRoot")).isEqualTo("true");
        assertThat(at(pod, "/securityContext/seccompProfile/type")).isEqualTo("RuntimeDefault");
        assertThat(at(pod, "/containers/0/securityContext/allowPrivilegeEscalation"))
                .isEqualTo("false");
        assertThat(at(pod, "/containers/0/securityContext/capabilities/drop/0")).isEqualTo("ALL");
        assertThat(text).contains("name: GREETING", "name: PORT").doesNotContain("namespace:");
    }

    private static String at(YamlValue value, String pointer) {
        return value.at(pointer).flatMap(YamlValue::asText).orElse("missing");
    }

    @Test
    void makesAServiceWhoseTestsPass(@TempDir Path directory) throws Exception {
        for (Map.Entry<String, FileContent> file : service(true).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().bytes());
        }

        run(directory, "javac", "-Xlint:all", "-Werror", "-d", "classes", "src/main/java");
        run(directory, "javac", "-Xlint:all", "-Werror", "-cp", "classes", "-d", "tests", "src/test/java");
        String output = run(directory, "java", "-cp", "classes:tests", "ServiceTest");

        assertThat(output).contains("5 answers as expected");
    }

    /** A directory as last argument stands for its Java files. */
    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, JDK + words.getFirst());
        Path last = directory.resolve(words.getLast());
        if (Files.isDirectory(last)) {
            words.removeLast();
            try (Stream<Path> files = Files.walk(last)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(Path::toString)
                        .forEach(words::add);
            }
        }
        Process process = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
