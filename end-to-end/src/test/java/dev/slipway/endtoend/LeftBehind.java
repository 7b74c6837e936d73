package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.Rendering;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.Resources;
import dev.slipway.testkit.schema.KubernetesSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repositories that an installation leaves behind, held against real schemas and the reference tool. */
final class LeftBehind {

    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final List<String> TREES = List.of("bootstrap", "projects", "applications", "clusters");

    private final Path data;
    private final Optional<KubernetesSchemas> schemas = KubernetesSchemas.below(SHARED);

    LeftBehind(Path data) {
        this.data = data;
    }

    void assertThatEverythingHolds() throws Exception {
        if (schemas.isEmpty()) {
            System.out.println("skipped: no schemas");
        }
        platformHoldsAgainstSchemas(checkout("platform"));
        overlaysRenderAsKubectlDoes(checkout("pricing-api"));
    }

    private Path checkout(String repository) throws Exception {
        Path target = Files.createTempDirectory("left-behind").resolve(repository);
        run(
                "git",
                "clone",
                "-q",
                data.resolve("repositories/acme/" + repository + ".git").toString(),
                target.toString());
        return target;
    }

    private void platformHoldsAgainstSchemas(Path checkout) throws IOException {
        DirectoryTree tree = new DirectoryTree(checkout);
        List<String> problems = new ArrayList<>();
        int objects = 0;
        for (String folder : TREES) {
            for (TreeEntry file : manifests(tree, folder)) {
                for (Resource resource :
                        Resources.parse(file.path(), tree.text(file.path()).orElseThrow())) {
                    objects++;
                    problems.addAll(problems(file.path(), resource));
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(objects).isGreaterThan(40);
    }

    private static List<TreeEntry> manifests(DirectoryTree tree, String folder) {
        return tree.walk(folder).stream()
                .filter(file -> file.name().endsWith(".yaml"))
                .toList();
    }

    private void overlaysRenderAsKubectlDoes(Path checkout) throws Exception {
        DirectoryTree tree = new DirectoryTree(checkout);
        List<TreeEntry> overlays = tree.list("deploy/overlays");
        assertThat(overlays).extracting(TreeEntry::name).contains("dev", "staging", "production");
        for (TreeEntry overlay : overlays) {
            Rendering rendering = Kustomize.render(tree, overlay.path(), Overrides.none());
            List<String> problems = rendering.objects().stream()
                    .flatMap(resource -> problems(overlay.path(), resource).stream())
                    .toList();
            assertThat(problems).isEmpty();
            if (isThere("kubectl")) {
                String reference = run(
                        "kubectl", "kustomize", checkout.resolve(overlay.path()).toString());
                assertThat(rendering.text()).as(overlay.path()).isEqualTo(reference);
            }
        }
    }

    private List<String> problems(String file, Resource resource) {
        return schemas.map(known -> known.problems(resource.content()).stream()
                        .map(problem -> file + ", " + resource.kind() + " " + resource.name() + ": " + problem)
                        .toList())
                .orElse(List.of());
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
