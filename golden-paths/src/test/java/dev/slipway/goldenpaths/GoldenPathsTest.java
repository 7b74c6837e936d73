package dev.slipway.goldenpaths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.Rendering;
import dev.slipway.kustomize.Resource;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.testing.TestResult;
import dev.slipway.testkit.schema.KubernetesSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every golden path. */
class GoldenPathsTest {

    private static final Optional<KubernetesSchemas> SCHEMAS =
            KubernetesSchemas.below(Path.of("..", "..", "shared", "data"));

    private static final List<String> OVERLAYS = List.of("dev", "staging", "production", "preview");

    static Stream<String> names() {
        return GoldenPaths.all().keySet().stream();
    }

    @Test
    void areThree() {
        assertThat(names()).containsExactly("java-service", "node-service", "spring-boot-service");
    }

    @Test
    void theSpringBootServiceIsOnTheSpringBootThatSlipwayIsOn() throws IOException {
        Map<String, FileContent> service = Scaffolded.service("spring-boot-service", true);
        Matcher version =
                Pattern.compile("<spring-boot.version>([^<]+)<").matcher(Files.readString(Path.of("../pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(service.get("pom.xml").text()).contains("<version>" + version.group(1) + "</version>");
        assertThat(service.get("mvnw").mode()).isEqualTo(FileMode.EXECUTABLE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void asksTheSameFieldsAsTheOthers(String name) {
        assertThat(fields(name)).isEqualTo(fields("java-service"));
    }

    private static List<String> fields(String name) {
        return Scaffolded.template(name).pages().stream()
                .map(page -> page.schema().toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void asksForReplicasOnlyForProduction(String name) {
        Form form = new Form(Scaffolded.template(name));

        assertThat(form.submitted(Map.of("name", "a-b", "team", "red"))).containsEntry("replicas", 3L);
        assertThat(form.submitted(Map.of("name", "a-b", "team", "red", "production", false)))
                .doesNotContainKey("replicas");
        assertThat(form.problems(Map.of("name", "A", "replicas", 1L)))
                .extracting(FieldProblem::field)
                .contains("name", "team", "replicas");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNothingThatLintFinds(String name) {
        assertThat(Scaffolded.lint(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesItsOwnTests(String name) {
        List<TestResult> results = Scaffolded.tests(name);

        assertThat(results)
                .hasSizeGreaterThan(2)
                .allSatisfy(result ->
                        assertThat(result.failures()).as(result.name()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void leavesNothingUnrendered(String name) {
        Map<String, FileContent> service = Scaffolded.service(name, true);

        assertThat(service)
                .allSatisfy((path, content) -> assertThat(path + content.text()).doesNotContain("${{", "{%"))
                .containsKeys(".gitignore", "CODEOWNERS", "README.md", "catalog-info.yaml", "deploy/dependencies.yaml");
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesYamlOnly(String name) {
        Scaffolded.service(name, true).forEach((path, content) -> {
            if (path.endsWith(".yaml") || path.endsWith(".yml")) {
                assertThat(YamlReader.core().documents(path, content.text())).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNoOverlayForAnEnvironmentItDoesNotGoTo(String name) {
        Map<String, FileContent> service = Scaffolded.service(name, false);

        assertThat(service.keySet()).noneMatch(path -> path.contains("production"));
        assertThat(service).containsKey("deploy/overlays/staging/kustomization.yaml");
    }

    @ParameterizedTest
    @MethodSource("names")
    void passesPodSecurityRestrictedEverywhere(String name) {
        for (String overlay : OVERLAYS) {
            Rendering rendering = rendering(name, overlay);
            YamlValue pod =
                    object(rendering, "Deployment").at("/spec/template/spec").orElseThrow();

            assertThat(at(pod, "/securityContext/runAsNonRoot")).isEqualTo("true");
            assertThat(at(pod, "/securityContext/seccompProfile/type")).isEqualTo("RuntimeDefault");
            assertThat(at(pod, "/containers/0/securityContext/allowPrivilegeEscalation"))
                    .isEqualTo("false");
            assertThat(at(pod, "/containers/0/securityContext/capabilities/drop/0"))
                    .isEqualTo("ALL");
            assertThat(rendering.text())
                    .contains("name: GREETING", "name: PORT")
                    .doesNotContain("namespace:");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void leavesProductionsReplicasToTheAutoscaler(String name) {
        Rendering production = rendering(name, "production");

        assertThat(at(object(production, "Deployment"), "/spec/replicas")).isEqualTo("missing");
        assertThat(at(object(production, "HorizontalPodAutoscaler"), "/spec/minReplicas"))
                .isEqualTo("3");
        assertThat(at(object(production, "HorizontalPodAutoscaler"), "/spec/scaleTargetRef/name"))
                .isEqualTo(at(object(production, "Deployment"), "/metadata/name"));
        assertThat(at(object(production, "PodDisruptionBudget"), "/spec/selector/matchLabels/app.kubernetes.io~1name"))
                .isEqualTo("pricing-api");
        assertThat(at(object(rendering(name, "preview"), "Deployment"), "/spec/replicas"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdsAgainstKubernetesSchemas(String name) {
        Assumptions.assumeTrue(SCHEMAS.isPresent(), "skipped: no schemas");

        for (String overlay : OVERLAYS) {
            for (Resource object : rendering(name, overlay).objects()) {
                assertThat(SCHEMAS.get().problems(object.content()))
                        .as(overlay + ", " + object.kind())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void rendersAsKubectlDoes(String name, @TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(Programs.isThere("kubectl"), "skipped: kubectl is not installed");
        Scaffolded.write(Scaffolded.service(name, true), directory);

        for (String overlay : OVERLAYS) {
            String reference = Programs.run(directory, "kubectl", "kustomize", "deploy/overlays/" + overlay);
            assertThat(rendering(name, overlay).text()).as(overlay).isEqualTo(reference);
        }
    }

    private static Rendering rendering(String name, String overlay) {
        return Kustomize.render(
                MemoryTree.of(Scaffolded.service(name, true)), "deploy/overlays/" + overlay, Overrides.none());
    }

    private static YamlValue object(Rendering rendering, String kind) {
        return YamlReader.core().documents("rendered", rendering.text()).stream()
                .filter(document -> at(document, "/kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String at(YamlValue value, String pointer) {
        return value.at(pointer).flatMap(YamlValue::asText).orElse("missing");
    }
}
