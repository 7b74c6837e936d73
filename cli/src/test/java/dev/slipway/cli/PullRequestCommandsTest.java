package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRequestCommandsTest {

    private static final String PULL = """
            {"number": 4, "title": "Round up", "state": "%s", "draft": false, "author": "rosa", "sourceBranch": "round",
             "targetBranch": "main", "head": "0123456789abcdef0123456789abcdef01234567", "labels": ["preview"],
             "body": "To the cent.\\n\\nAs tax law asks.", "reviews": [], "statuses": []}
            """;

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
    void openProposesABranch() {
        server.when("POST /api/v1/repositories/acme/x/pulls", 201, PULL.formatted("OPEN"));

        assertThat(terminal.run("pr", "open", "acme/x", "round", "--title", "Round up", "--draft"))
                .isZero();
        assertThat(server.requests().getLast().body())
                .contains("\"sourceBranch\":\"round\"", "\"targetBranch\":\"main\"", "\"draft\":true");
        assertThat(terminal.out()).contains("#4 Round up: OPEN");
    }

    @Test
    void openNeedsATitle() {
        assertThat(terminal.run("pr", "open", "acme/x", "round")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--title");
    }

    @Test
    void listFindsTheServicesRepositoryAndFilters() {
        server.when("GET /api/v1/services/pricing-api", 200, "{\"repository\": \"acme/pricing-api\"}")
                .when(
                        "GET /api/v1/repositories/acme/pricing-api/pulls?limit=30&state=OPEN&label=preview",
                        200,
                        "[" + PULL.formatted("OPEN") + "]");

        assertThat(terminal.run("pr", "list", "pricing-api", "--label", "preview"))
                .isZero();
        assertThat(terminal.out()).contains("Round up", "rosa", "preview");
    }

    @Test
    void showSaysWhatStandsAgainstMerging() {
        server.when("GET /api/v1/repositories/acme/x/pulls/4", 200, PULL.formatted("OPEN"))
                .when(
                        "GET /api/v1/repositories/acme/x/pulls/4/obstacles",
                        200,
                        "[{\"waiting\": true, \"problem\": {\"message\": \"It needs 1 approval\", \"next\": \"Ask.\"}}]")
                .when(
                        "GET /api/v1/repositories/acme/x/pulls/4/comments",
                        200,
                        "[{\"author\": \"slipway\", \"markdown\": \"### Checked\\n- a.yaml:3: no\", \"writtenAt\": \"\"}]");

        assertThat(terminal.run("pr", "show", "acme/x", "4")).isZero();
        assertThat(terminal.out())
                .contains(
                        "#4 Round up: OPEN [preview]",
                        "    As tax law asks.",
                        "waits: It needs 1 approval Ask.",
                        "    - a.yaml:3: no");
    }

    @Test
    void reviewNeedsExactlyOneVerdict() {
        server.when(
                "POST /api/v1/repositories/acme/x/pulls/4/reviews",
                201,
                "{\"verdict\": \"APPROVED\", \"commit\": \"0123456789ab\"}");

        assertThat(terminal.run("pr", "review", "acme/x", "4", "--approve", "--comment", "Fine"))
                .isZero();
        assertThat(server.requests().getLast().body()).contains("APPROVED", "Fine");
        assertThat(terminal.run("pr", "review", "acme/x", "4")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void mergeSquashesTheHeadThatItSaw() {
        server.when("GET /api/v1/repositories/acme/x/pulls/4", 200, PULL.formatted("OPEN"))
                .when("POST /api/v1/repositories/acme/x/pulls/4/merge", 200, PULL.formatted("MERGED"));

        assertThat(terminal.run("pr", "merge", "acme/x", "4", "--squash")).isZero();
        assertThat(server.requests().getLast().body()).contains("SQUASH", "0123456789abcdef0123456789abcdef01234567");
        assertThat(terminal.out()).contains("#4 Round up: MERGED");
    }

    @Test
    void labelAddsAndTakesOff() {
        server.when("POST /api/v1/repositories/acme/x/pulls/4/labels", 200, "{}")
                .when("DELETE /api/v1/repositories/acme/x/pulls/4/labels/bug", 200, "{}")
                .when("GET /api/v1/repositories/acme/x/pulls/4", 200, PULL.formatted("OPEN"));

        assertThat(terminal.run("pr", "label", "acme/x", "4", "preview", "--remove", "bug"))
                .isZero();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void closeAndReopenAreOneStepEach() {
        server.when("POST /api/v1/repositories/acme/x/pulls/4/close", 200, PULL.formatted("CLOSED"))
                .when("POST /api/v1/repositories/acme/x/pulls/4/reopen", 200, PULL.formatted("OPEN"));

        assertThat(terminal.run("pr", "close", "acme/x", "4")).isZero();
        assertThat(terminal.run("pr", "reopen", "acme/x", "4")).isZero();
        assertThat(terminal.out()).contains("CLOSED", "OPEN");
    }
}
