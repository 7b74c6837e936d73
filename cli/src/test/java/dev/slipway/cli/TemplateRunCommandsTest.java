package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TemplateRunCommandsTest {

    private static final String RUN = "{\"id\": \"r1\", \"template\": \"website\", \"status\": \"%s\"}";

    @TempDir
    private Path home;

    private SmallServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
        terminal = Terminal.at(server, home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void runsWithAnswersAndSecretsOfFiles() throws IOException {
        Path values = Files.writeString(home.resolve("values.yaml"), "name: shop\nreplicas: 2\n");
        Path secrets = Files.writeString(home.resolve("secrets.yaml"), "key: hush\n");
        server.when("POST /api/v1/templates/website/runs", 201, RUN.formatted("QUEUED"))
                .when("GET /api/v1/runs/r1", 200, RUN.formatted("SUCCEEDED"));

        assertThat(terminal.run(
                        "template",
                        "run",
                        "website",
                        "--values",
                        values.toString(),
                        "--set",
                        "replicas=3",
                        "--secrets",
                        secrets.toString(),
                        "--wait"))
                .isZero();
        assertThat(JsonMapper.shared().readTree(server.requests().getFirst().body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        "{\"values\": {\"name\": \"shop\", \"replicas\": 3}, \"secrets\": {\"key\": \"hush\"}}"));
        assertThat(terminal.out()).contains("run r1 of website").doesNotContain("hush");
    }

    @Test
    void saysHowToTryAgain() {
        server.when("POST /api/v1/runs/r1/retry", 200, RUN.formatted("QUEUED"))
                .when(
                        "GET /api/v1/runs/r1",
                        200,
                        "{\"id\": \"r1\", \"status\": \"FAILED\", \"failure\": \"The name is taken.\"}");

        assertThat(terminal.run("template", "retry", "r1", "--wait")).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.err()).contains("The name is taken.", "slipway template retry r1");
    }

    @Test
    void listsRunsThatAreWanted() {
        server.when(
                "GET /api/v1/runs?limit=30&offset=0&template=website&account=ada&status=FAILED&status=CANCELLED",
                200,
                "[{\"id\": \"r1\", \"template\": \"website\", \"status\": \"FAILED\", \"account\": \"ada\", \"attempt\": 2,"
                        + " \"startedAt\": \"2026-01-01T00:00:00Z\"}]");

        assertThat(terminal.run(
                        "template",
                        "runs",
                        "--template",
                        "website",
                        "--account",
                        "ada",
                        "--status",
                        "FAILED,CANCELLED"))
                .isZero();
        assertThat(terminal.out()).contains("r1", "website", "failed", "ada");
    }

    @Test
    void showsTheLogToItsEnd() {
        server.when(
                        "GET /api/v1/runs/r1/log?after=0",
                        200,
                        "[{\"number\": 1, \"step\": \"\", \"text\": \"Begun\"}, {\"number\": 2, \"step\": \"a\", \"text\": \"Hello\"}]")
                .when("GET /api/v1/runs/r1/log?after=2", 200, "[]");

        assertThat(terminal.run("template", "log", "r1")).isZero();
        assertThat(terminal.out()).isEqualTo("Begun\na: Hello\n");
    }

    @Test
    void cancels() {
        server.when("POST /api/v1/runs/r1/cancel", 200, RUN.formatted("WAITING"));

        assertThat(terminal.run("template", "cancel", "r1")).isZero();
        assertThat(terminal.out()).contains("stops before its next step");
    }

    @Test
    void readsSecretsFromTheInput() {
        server.when("POST /api/v1/templates/website/runs", 201, RUN.formatted("QUEUED"));

        assertThat(terminal.typing("key: hush\n").run("template", "run", "website", "--secrets", "-"))
                .isZero();
        assertThat(server.requests().getFirst().body()).contains("{\"key\":\"hush\"}");
    }

    @Test
    void listsTemplatesAndMarksFavourites() {
        server.when("GET /api/v1/favourite-templates", 200, "[\"website\"]")
                .when("GET /api/v1/templates", 200, """
                        [{"name": "job", "title": "A job", "type": "service", "problems": []},
                         {"name": "website", "title": "A website", "type": "website", "problems": ["template.yaml:1:1: no"]}]
                        """)
                .when("POST /api/v1/favourite-templates", 200, "[]");

        assertThat(terminal.run("template", "list")).isZero();
        assertThat(terminal.out()).contains("A job").containsPattern("\\* +website +A website +website +no");
        assertThat(terminal.run("template", "list", "--favourites")).isZero();
        assertThat(terminal.run("template", "favourite", "website", "--remove")).isZero();
        assertThat(terminal.out()).contains("no longer one of your favourites");
        assertThat(server.requests().getLast().body()).contains("\"favourite\":false");
    }
}
