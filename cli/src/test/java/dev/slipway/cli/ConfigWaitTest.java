package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ConfigWaitTest {

    private static final String CONFIGURATION = "POST /api/v1/services/billing/environments/production/configuration";
    private static final String SERVICE = """
            {"repository": "acme/billing", "builds": [%s], "environments": [
              {"name": "dev", "health": "Healthy", "live": {"commit": "c2"}},
              {"name": "production", "health": "%s", "live": {"commit": "%s"}, "explanation": "%s"}]}
            """;

    @TempDir
    private Path home;

    private SmallServer server;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
        terminal = Terminal.at(server, home);
        server.when(CONFIGURATION, 202, "{\"status\": \"proposed\", \"url\": \"/pulls/4\", \"change\": \"u1\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int change(String... more) {
        String[] arguments = {"config", "billing", "production", "A=1", "--wait"};
        return terminal.run(java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    private void merged() {
        server.when("GET /api/v1/changes/u1", 200, "{\"state\": \"COMMITTED\", \"commit\": \"c2\"}");
    }

    @Test
    void waitsUntilACommitThatHoldsTheChangeIsHealthyThere() {
        server.when(
                "GET /api/v1/changes/u1",
                200,
                "{\"state\": \"PROPOSED\", \"pullRequest\": 4, \"repository\": \"acme/billing\"}");
        merged();
        server.when("GET /api/v1/services/billing", 200, SERVICE.formatted("", "Healthy", "c1", "Waits for approval."))
                .when("GET /api/v1/services/billing", 200, SERVICE.formatted("", "Progressing", "c3", ""))
                .when("GET /api/v1/services/billing", 200, SERVICE.formatted("", "Healthy", "c3", ""))
                .when("GET /api/v1/repositories/acme/billing/commits?revision=c1&limit=500", 200, "[{\"id\": \"c1\"}]")
                .when(
                        "GET /api/v1/repositories/acme/billing/commits?revision=c3&limit=500",
                        200,
                        "[{\"id\": \"c3\"}, {\"id\": \"c2\"}, {\"id\": \"c1\"}]");

        assertThat(change()).isZero();
        assertThat(terminal.out())
                .contains(
                        "A: waits for pull request 4 of acme/billing to be merged",
                        "A: merged, not in production yet. Waits for approval.",
                        "A: its Release is in production.",
                        "A: runs in production");
    }

    @Test
    void failsWhenThePullRequestCannotBeMerged() {
        server.when(
                "GET /api/v1/changes/u1",
                200,
                "{\"state\": \"CONFLICT\", \"problems\": [{\"message\": \"Somebody changed A.\"}]}");

        assertThat(change("--json")).isEqualTo(ExitCode.FAILED.code());
        assertThat(JsonMapper.shared()
                        .readTree(terminal.out())
                        .path(0)
                        .path("message")
                        .asString())
                .isEqualTo("Somebody changed A.");
    }

    @Test
    void failsWhenTheBuildOfTheMergeFails() {
        merged();
        server.when(
                        "GET /api/v1/services/billing",
                        200,
                        SERVICE.formatted(
                                "{\"id\": 9, \"commit\": \"c2\", \"status\": \"FAILED\", \"failure\": \"no space\"}",
                                "Healthy",
                                "c1",
                                ""))
                .when("GET /api/v1/repositories/acme/billing/commits?revision=c1&limit=500", 200, "[]");

        assertThat(change()).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out()).contains("A: build 9 of it failed: no space");
    }

    @Test
    void endsWithItsTimeLimitWhilePeopleReview() {
        server.when("GET /api/v1/changes/u1", 200, "{\"state\": \"PROPOSED\", \"pullRequest\": 4}");

        assertThat(change("--timeout", "0")).isEqualTo(ExitCode.TIMED_OUT.code());
    }

    @Test
    void saysThatAPullRequestIsStillToBeMade() {
        try (SmallServer full = new SmallServer()) {
            full.when(CONFIGURATION, 202, "{\"status\": \"pending\", \"change\": \"u1\"}");
            Terminal patient = Terminal.at(full, home);

            assertThat(patient.run("config", "billing", "production", "A=1")).isZero();
            assertThat(patient.out()).isEqualTo("A: pending\n");
            assertThat(patient.err()).contains("Its pull request is not made yet.", "slipway doctor");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
