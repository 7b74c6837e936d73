package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RenderTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal(Map.of("SLIPWAY_SERVER", "http://127.0.0.1:1"));

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(directory.resolve("checkout/.git"));
        file("base/kustomization.yaml", "resources: [config.yaml]\n");
        file("base/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {k: \"1\"}\n");
        file("prod/kustomization.yaml", "resources: [../base]\nnamespace: prod\n");
        file("stage/kustomization.yaml", "resources: [../base]\nnamespace: stage\n");
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve("checkout").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String path(String path) {
        return directory.resolve("checkout").resolve(path).toString();
    }

    @Test
    void printsWhatKubectlWouldPrint() {
        int exit = terminal.run("render", path("prod"));

        assertThat(exit).isZero();
        assertThat(terminal.out())
                .isEqualTo("apiVersion: v1\n"
                        + "data:\n"
                        + "  k: \"1\"\n"
                        + "kind: ConfigMap\n"
                        + "metadata:\n"
                        + "  name: settings\n"
                        + "  namespace: prod\n");
    }

    @Test
    void readsRemoteBasesAtTheirRevision() throws IOException, InterruptedException {
        Path bases = Files.createDirectories(directory.resolve("bases"));
        Files.writeString(bases.resolve("kustomization.yaml"), "configMapGenerator: [{name: of-v1}]\n");
        git(bases, "init", "-q");
        git(bases, "add", "-A");
        git(bases, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x");
        git(bases, "tag", "v1");
        Files.writeString(bases.resolve("kustomization.yaml"), "configMapGenerator: [{name: later}]\n");

        assertThat(renderRemote("?ref=v1", bases)).isZero();
        assertThat(terminal.out()).contains("name: of-v1-");
        assertThat(renderRemote("?ref=v2", bases)).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("remote/kustomization.yaml:1:13", "has no \"v2\"");
        assertThat(renderRemote("//web?ref=v1", bases)).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("has no directory \"web\" at \"v1\"");
    }

    private int renderRemote(String base, Path bases) throws IOException {
        file("remote/kustomization.yaml", "resources: [\"https://git.acme.example/acme/bases" + base + "\"]\n");
        return terminal.run("render", path("remote"), "--source", "https://git.acme.example/acme/bases=" + bases);
    }

    private static void git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @Test
    void readsRemoteBasesFromCheckouts() throws IOException {
        file(
                "remote/kustomization.yaml",
                "resources: [\"https://git.acme.example/bases//web?ref=v1\"]\nnamespace: prod\n");
        Files.createDirectories(directory.resolve("bases/web"));
        Files.writeString(directory.resolve("bases/web/kustomization.yaml"), "configMapGenerator: [{name: web}]\n");

        assertThat(terminal.run("render", path("remote"))).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("remote/kustomization.yaml:1:13", "is not at hand", "--source");

        int exit = terminal.run(
                "render",
                path("remote"),
                "--source",
                "https://git.acme.example/bases.git=" + directory.resolve("bases"));
        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("name: web-", "namespace: prod");

        Files.writeString(directory.resolve("bases/web/kustomization.yaml"), "resources: [gone.yaml]\n");
        terminal.run(
                "render", path("remote"), "--source", "https://git.acme.example/bases=" + directory.resolve("bases"));
        assertThat(terminal.err()).contains("https://git.acme.example/bases//web/kustomization.yaml?ref=v1:1:13");
    }

    @Test
    void rendersCharts() throws IOException {
        file("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        file(
                "shop/templates/a.yaml",
                "apiVersion: v1\n"
                        + "kind: ConfigMap\n"
                        + "metadata: {name: {{ .Release.Name }}, namespace: {{ .Release.Namespace }}}\n"
                        + "data: {a: \"{{ .Values.a }}\", b: \"{{ .Values.b.c }}\", r: \"{{ randInt 1 2 }}\"}\n");
        file("prod.yaml", "a: prod\nb: {c: 1}\n");

        int exit = terminal.run(
                "render",
                path("shop"),
                "--values",
                path("prod.yaml"),
                "--set",
                "b.c=2",
                "--release",
                "web",
                "--namespace",
                "team");

        assertThat(exit).isZero();
        assertThat(terminal.out())
                .isEqualTo("# Source: shop/templates/a.yaml\n"
                        + "apiVersion: v1\n"
                        + "kind: ConfigMap\n"
                        + "metadata: {name: web, namespace: team}\n"
                        + "data: {a: \"prod\", b: \"2\", r: \"1\"}\n");
        assertThat(terminal.err()).contains("warning: ").contains("\"randInt\"").contains("shop/templates/a.yaml:4:");
    }

    @Test
    void showsWhereAChartFails() throws IOException {
        file("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        file("shop/templates/a.yaml", "{{ required \"a tag is needed\" .Values.tag }}\n");

        int exit = terminal.run("render", path("shop"));

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("shop/templates/a.yaml:1:").contains("a tag is needed");
    }

    @Test
    void writesManyIntoAFolder() {
        Path folder = directory.resolve("out");

        int exit = terminal.run("render", path("prod"), path("stage"), "--output", folder.toString());

        assertThat(exit).isZero();
        assertThat(folder.resolve("prod.yaml")).content().contains("namespace: prod");
        assertThat(folder.resolve("stage.yaml")).content().contains("namespace: stage");
        assertThat(terminal.out()).isEqualTo("2 directories, 2 objects in " + folder + ".\n");
    }

    @Test
    void showsTheProblemsOfAllAndWritesNothing() throws IOException {
        file("prod/kustomization.yaml", "resources: [../base]\nnamespcae: prod\n");
        file("stage/kustomization.yaml", "resources: [../bases]\n");
        Path folder = directory.resolve("out");

        int exit = terminal.run("render", path("prod"), path("stage"), path("base"), "--output", folder.toString());

        assertThat(exit).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err())
                .contains("prod/kustomization.yaml:2:1: The field \"namespcae\" is not known")
                .contains("Did you mean \"namespace\"?")
                .contains("stage/kustomization.yaml:1:13: There is no");
        assertThat(folder).doesNotExist();
    }

    @Test
    void writesJsonForMachines() {
        terminal.run("render", path("prod"), "--json");

        JsonNode rendering = JsonMapper.shared().readTree(terminal.out()).at("/renderings/0");
        assertThat(rendering.path("directory").asString()).isEqualTo("prod");
        assertThat(rendering.at("/objects/0/metadata/namespace").asString()).isEqualTo("prod");
        assertThat(rendering.path("filesRead").values().stream().map(JsonNode::asString))
                .contains("base", "base/config.yaml", "prod/kustomization.yaml");
    }

    @Test
    void readsNothingOutsideOfTheCheckout() throws IOException {
        Files.createDirectories(directory.resolve("outside"));
        Files.writeString(directory.resolve("outside/kustomization.yaml"), "resources: []\n");
        file("prod/kustomization.yaml", "resources: [../../outside]\n");

        assertThat(terminal.run("render", path("prod"))).isEqualTo(ExitCode.REFUSED.code());
        assertThat(terminal.err()).contains("leads out of the tree");
    }

    @Test
    void saysWhichDirectoryIsMissing() {
        assertThat(terminal.run("render", path("nowhere"))).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(terminal.err()).contains("There is no directory", "nowhere");
    }
}
