package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.shell.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    @TempDir
    private Path home;

    private SmallServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SmallServer();
        server.when("GET /api/v1/services", 200, "[]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCommandWhoseAnswerWasLostIsSentAgainWithTheSameKey() {
        server.when("POST /api/v1/services/a/deletion", 202, "{}");
        server.loseAnswers(2);

        assertThat(Terminal.at(server, home).run("delete", "a", "--confirm", "a"))
                .isZero();
        assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(server.requests())
                .extracting(SmallServer.Request::key)
                .doesNotContain("")
                .containsOnly(server.requests().getFirst().key());
    }

    @Test
    void twoCommandsHaveTwoKeys() {
        server.when("POST /api/v1/services/a/deletion", 202, "{}");

        Terminal.at(server, home).run("delete", "a", "--confirm", "a");
        Terminal.at(server, home).run("delete", "a", "--confirm", "a");

        assertThat(server.requests()).extracting(SmallServer.Request::key).doesNotHaveDuplicates();
    }

    @Test
    void aConflictThatNothingWasLostBeforeIsNotSentAgain() {
        server.when("POST /api/v1/services/a/deletion", 409, "{\"detail\": \"It is being deleted.\"}");

        assertThat(Terminal.at(server, home).run("delete", "a", "--confirm", "a"))
                .isEqualTo(ExitCode.CONFLICT.code());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aConflictIsTheAnswerAlsoAfterOneThatWasLost() {
        server.when("POST /api/v1/services/a/deletion", 409, "{\"detail\": \"It is being deleted.\"}");
        server.loseAnswers(1);

        assertThat(Terminal.at(server, home).run("delete", "a", "--confirm", "a"))
                .isEqualTo(ExitCode.CONFLICT.code());
        assertThat(server.requests().size()).isLessThanOrEqualTo(3);
    }

    @Test
    void aRequestWhoseFirstStillRunsIsSentAgain() {
        server.whenStillRunning("POST /api/v1/services/a/deletion");
        server.when("POST /api/v1/services/a/deletion", 202, "{}");
        server.loseAnswers(1);

        assertThat(Terminal.at(server, home).run("delete", "a", "--confirm", "a"))
                .isZero();
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        server.close();

        Terminal terminal = Terminal.at(server, home);
        assertThat(terminal.run("services")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(terminal.err())
                .contains("No Slipway server answers at " + server.url())
                .contains("slipway up");
    }

    @Test
    void aNameBelowLocalhostIsReachedOnThisMachine() {
        Terminal terminal = new Terminal(Map.of("SLIPWAY_HOME", home.toString()));

        terminal.run("services", "--server", "http://slipway.localhost:" + server.port());

        assertThat(server.requests().getFirst().host()).isEqualTo("slipway.localhost:" + server.port());
    }

    @Test
    void theTokenOfTheEnvironmentIsSent() {
        Terminal.at(server, home).run("services");

        assertThat(server.requests().getFirst().token()).isEqualTo("Bearer secret");
    }

    @Test
    void whatCannotBeATokenIsToldWithoutIt() {
        Terminal terminal = new Terminal(Map.of("SLIPWAY_HOME", home.toString(), "SLIPWAY_TOKEN", "top\nsecret"));

        assertThat(terminal.run("services", "--server", server.url())).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("The token holds a character").doesNotContain("secret");
    }

    @Test
    void aLineBreakBehindTheTokenIsNoPartOfIt() {
        new Terminal(Map.of("SLIPWAY_HOME", home.toString(), "SLIPWAY_TOKEN", "secret\n"))
                .run("services", "--server", server.url());

        assertThat(server.requests().getFirst().token()).isEqualTo("Bearer secret");
    }

    @Test
    void aServerOnThisMachineGetsTheTokenFromItsData() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/cli-token"), "of-this-machine\n");

        new Terminal(Map.of("SLIPWAY_HOME", home.toString())).run("services", "--server", server.url());

        assertThat(server.requests().getFirst().token()).isEqualTo("Bearer of-this-machine");
    }

    @Test
    void loginStoresATokenForThisServerAlone() throws IOException {
        Map<String, String> environment = Map.of("SLIPWAY_HOME", home.toString());
        Path file = home.resolve("tokens.json");

        assertThat(new Terminal(environment).typing("pasted\n").run("login", "--server", server.url()))
                .isZero();
        new Terminal(environment).run("services", "--server", server.url());
        new Terminal(environment).run("services", "--server", "http://localhost:" + server.port());

        assertThat(server.requests())
                .extracting(SmallServer.Request::token)
                .containsExactly("Bearer pasted", "Bearer pasted", "");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void loginKeepsNoTokenThatDoesNotWork() {
        Terminal terminal = new Terminal(Map.of("SLIPWAY_HOME", home.toString())).typing("wrong\n");
        try (SmallServer strict = new SmallServer()) {
            strict.when("GET /api/v1/services", 401, "{\"detail\": \"The token is unknown.\"}");

            assertThat(terminal.run("login", "--server", strict.url())).isEqualTo(ExitCode.FORBIDDEN.code());
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        assertThat(home.resolve("tokens.json")).doesNotExist();
    }

    @Test
    void aWrongAddressIsAUsageError() {
        Terminal terminal = new Terminal(Map.of("SLIPWAY_HOME", home.toString()));

        assertThat(terminal.run("services", "--server", "localhost:7070")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.err()).contains("--server: \"localhost:7070\" is not the address of a server.");
    }
}
