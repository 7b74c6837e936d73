package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void write() throws IOException {
        file("apps/shop-prod.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop-prod}
                spec:
                  source: {repoURL: "https://git.example/gitops", path: shop/overlays/prod}
                  destination: {name: in-cluster, namespace: shop}
                """);
        file("apps/redis.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: redis}
                spec:
                  source: {repoURL: "https://charts.example", chart: redis, targetRevision: 1.2.3}
                """);
        file("shop/overlays/prod/kustomization.yaml", "resources: [shop.yaml]\n");
        file("shop/overlays/prod/shop.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec: {template: {spec: {containers: [{name: app, image: "r.example/shop:1.2"}]}}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop}
                spec: {rules: [{host: shop.example.com}]}
                """);
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsTagsAndOtherBranchesFromTheHistory() throws IOException, InterruptedException {
        file("apps/redis.yaml", "# none\n");
        git("init", "-q", "-b", "trunk");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x");
        git("tag", "v1");
        git("branch", "release/2");
        git("tag", "1.4.0");
        file("shop/overlays/prod/shop.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: later}\n");

        assertThat(imagesAt("trunk")).isEmpty();
        assertThat(imagesAt("v1")).contains("r.example/shop");
        assertThat(imagesAt("release/2")).contains("r.example/shop");
        assertThat(imagesAt("~1.3")).isEmpty();
        assertThat(imagesAt("'>=1.0.0 <2.0.0'")).contains("r.example/shop");
        assertThat(imagesAt("v99")).isEmpty();
        terminal.run("inspect", directory.toString());
        assertThat(terminal.out()).contains("the checkout has no branch, tag or commit \"v99\"", "Fetch it");
    }

    private String imagesAt(String revision) throws IOException {
        file("apps/shop-prod.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop-prod}
                spec:
                  source: {repoURL: "https://git.example/gitops", path: shop/overlays/prod, targetRevision: %s}
                  destination: {name: in-cluster, namespace: shop}
                """.formatted(revision));
        Terminal one = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));
        one.run("inspect", directory.toString());
        return one.out()
                .lines()
                .filter(line -> line.contains("Deployment/shop"))
                .collect(Collectors.joining());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    void showsApplicationsImagesHostsAndWhatCannotBeRead() {
        int exit = terminal.run("inspect", directory.toString());

        assertThat(exit).isZero();
        assertThat(terminal.out())
                .startsWith("https://git.example/gitops: 2 Applications.\n")
                .containsPattern("shop-prod +prod +shop +in-cluster +shop +2 +apps/shop-prod.yaml:1")
                .containsPattern(
                        "Deployment/shop app +r.example/shop:1.2 +shop/overlays/prod/shop.yaml:4 +the manifest itself")
                .containsPattern("shop.example.com +shop-prod")
                .contains("apps/redis.yaml:1: The Application \"redis\" (spec.source): The chart \"redis\" 1.2.3")
                .contains("--source https://charts.example/redis=DIR")
                .contains("The environment of these cannot be told: redis.");
    }

    @Test
    void saysForWhichApplicationSomethingCannotBeRendered() throws IOException {
        file("shop/overlays/prod/kustomization.yaml", "resources: [shop.yaml, gone.yaml]\n");

        terminal.run("inspect", directory.toString());

        assertThat(terminal.out())
                .containsPattern("shop/overlays/prod/kustomization.yaml.*gone.yaml.*\\(Application \"shop-prod\"\\)")
                .doesNotContain("Kustomizations that no Application renders");
    }

    @Test
    void givesTheSameToMachines() {
        terminal.run("inspect", directory.toString(), "--json");

        JsonNode inspection = JsonMapper.shared().readTree(terminal.out());
        JsonNode shop = inspection.path("applications").path(1);
        assertThat(shop.path("belonging").path("environment").asString()).isEqualTo("prod");
        assertThat(shop.path("images").path(0).path("decidedAt").asString())
                .isEqualTo("shop/overlays/prod/shop.yaml:4");
        assertThat(shop.path("hosts").path(0).asString()).isEqualTo("shop.example.com");
    }

    @Test
    void saysThatThereIsNoSuchDirectory() {
        assertThat(terminal.run("inspect", directory.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("There is no directory");
    }
}
