package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsCommandsTest {

    private static final String FINDINGS = """
            [{"severity": "PROBLEM", "subject": "Repository acme/a", "message": "It is missing.", "next": "Restore it."},
             {"severity": "GOOD", "subject": "Audit", "message": "The chain is whole.", "next": null}]""";

    private static final String RETENTION = """
            {"rules": [{"subject": "Images", "rule": "They stay for 30 days."}],
             "runs": [{"id": 4, "requestedBy": "olga", "requestedAt": "2026-03-01T00:00:00Z",
               "startedAt": "2026-03-01T00:00:00Z", "finishedAt": "2026-03-01T00:00:01Z",
               "results": [{"subject": "Images", "count": 2, "bytes": 1536, "examples": ["acme/a@sha256:12"],
                 "blockers": []}]}]}""";

    @TempDir
    private Path home;

    private SmallServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void doctorTellsProblemsAndFails() {
        server.when("GET /api/v1/checkup", 200, FINDINGS);
        Terminal terminal = Terminal.at(server, home);

        int exit = terminal.run("doctor");

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(terminal.out())
                .contains("PROBLEM  Repository acme/a: It is missing.")
                .contains("next: Restore it.")
                .doesNotContain("Audit");
    }

    @Test
    void doctorTellsOnRequestWhatIsWell() {
        server.when("GET /api/v1/checkup", 200, FINDINGS);
        Terminal terminal = Terminal.at(server, home);

        terminal.run("doctor", "--all");

        assertThat(terminal.out()).contains("GOOD     Audit: The chain is whole.");
    }

    @Test
    void doctorLooksFromOutsideWhenNobodyAnswers() throws IOException {
        Path data = Files.createDirectories(home.resolve("data/logs")).getParent();
        Files.writeString(data.resolve("lock"), "999999999\n");
        Files.writeString(data.resolve("logs/slipway.log"), "1 ERROR old\n2 ERROR no room\n3 INFO bye\n");
        Terminal terminal = new Terminal(
                Map.of("SLIPWAY_SERVER", closedServer(), "SLIPWAY_TOKEN", "secret", "SLIPWAY_HOME", home.toString()));

        int exit = terminal.run("doctor");

        assertThat(exit).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(terminal.out())
                .contains("No process runs on " + data)
                .contains("2 ERROR no room")
                .doesNotContain("old");
    }

    @Test
    void retentionShowsRulesAndTheNewestCleanUp() {
        server.when("GET /api/v1/operations/retention", 200, RETENTION);
        Terminal terminal = Terminal.at(server, home);

        assertThat(terminal.run("retention")).isZero();

        assertThat(terminal.out())
                .contains("Images: They stay for 30 days.")
                .contains("asked for by olga")
                .contains("Images  2        1.5 kB")
                .contains("acme/a@sha256:12");
    }

    @Test
    void retentionSaysWhatWouldGoAndFailsWhereSomethingBlocks() {
        server.when("POST /api/v1/operations/retention/runs", 200, """
                {"run": null, "plan": [{"subject": "Images", "count": 0, "bytes": 0, "examples": [],
                  "blockers": ["Nobody knows what runs."]}]}""");
        Terminal terminal = Terminal.at(server, home);

        assertThat(terminal.run("retention", "--dry-run")).isEqualTo(ExitCode.FAILED.code());

        assertThat(terminal.out()).contains("BLOCKED  Images: Nobody knows what runs.");
    }

    @Test
    void retentionWaitsForTheCleanUpItAskedFor() {
        server.when("POST /api/v1/operations/retention/runs", 202, "{\"run\": {\"id\": 4}, \"plan\": null}");
        server.when("GET /api/v1/operations/retention", 200, RETENTION);
        Terminal terminal = Terminal.at(server, home);

        assertThat(terminal.run("retention", "--run", "--wait")).isZero();

        assertThat(terminal.out()).contains("REMOVED");
    }

    @Test
    void aBackupIsWritten() throws IOException {
        server.when("GET /api/v1/backup", 200, "sealed");
        Path file = home.resolve("monday.backup");
        Terminal terminal = sealing();

        assertThat(terminal.run("backup", file.toString())).isZero();
        assertThat(file).hasContent("sealed");
    }

    @Test
    void aBackupIsItsOwnersAlone() throws IOException {
        server.when("GET /api/v1/backup", 200, "sealed");
        Path file = home.resolve("monday.backup");

        assertThat(sealing().run("backup", file.toString())).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void noBackupIsOverwrittenAndNoPartIsLeft() throws IOException {
        Path there = Files.writeString(home.resolve("monday.backup"), "of Monday");
        server.when("GET /api/v1/backup", 403, "{\"detail\": \"You may not back up.\"}");
        Terminal terminal = sealing();

        assertThat(terminal.run("backup", there.toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.run("backup", home.resolve("other").toString())).isEqualTo(ExitCode.FORBIDDEN.code());

        assertThat(there).hasContent("of Monday");
        assertThat(terminal.err()).contains("exists already").contains("You may not back up.");
        assertThat(home)
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("other"));
    }

    @Test
    void aBackupIntoADirectoryThatIsNotThereSaysSo() {
        server.when("GET /api/v1/backup", 200, "sealed");
        Terminal terminal = sealing();
        Path missing = home.resolve("nope");

        assertThat(terminal.run("backup", missing.resolve("x").toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("There is no directory \"" + missing + "\".");
    }

    @Test
    void aPassphraseIsNeeded() {
        Terminal terminal = Terminal.at(server, home);

        assertThat(terminal.run("backup", home.resolve("x").toString())).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("SLIPWAY_BACKUP_PASSPHRASE");
    }

    private Terminal sealing() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SLIPWAY_SERVER", server.url());
        environment.put("SLIPWAY_TOKEN", "secret");
        environment.put("SLIPWAY_HOME", home.toString());
        environment.put("SLIPWAY_BACKUP_PASSPHRASE", "correct horse battery");
        return new Terminal(environment);
    }

    private static String closedServer() throws IOException {
        try (SmallServer gone = new SmallServer()) {
            return gone.url();
        }
    }
}
