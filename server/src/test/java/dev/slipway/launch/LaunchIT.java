package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts, stops and kills real processes. */
class LaunchIT {

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    private Path data;
    private int port;

    @BeforeEach
    void place() throws IOException {
        data = folder.toRealPath().resolve("with space");
        port = FreePort.find();
    }

    private LaunchedProcess up() throws IOException {
        return new LaunchedProcess(home, "--data", data.toString(), "--port", String.valueOf(port));
    }

    @Test
    void startsTellsWhereToGoAndStopsAllThatItStarted() throws Exception {
        LaunchedProcess process = up().awaitStart();

        assertThat(process.output()).contains("Portal   http://slipway.localhost:" + port, "PostgreSQL answers");
        assertThat(LaunchedProcess.get(port)).isEqualTo("starts: 1");

        process.stop();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void goesOnWithItsDataAfterAKill() throws Exception {
        LaunchedProcess first = up().awaitStart();
        first.kill();
        assertThat(PostmasterFile.read(data.resolve("postgres"))).isPresent();

        try (LaunchedProcess second = up().awaitStart()) {
            assertThat(second.output()).contains("PostgreSQL answers");
            assertThat(LaunchedProcess.get(port)).isEqualTo("starts: 2");
        }
    }

    @Test
    void keepsTomcatsFilesWithItsDataAndRemovesWhatAKilledOneLeft() throws Exception {
        LaunchedProcess first = up().awaitStart();
        first.kill();
        Path left = Files.writeString(data.resolve("tomcat/upload.tmp"), "half of it");

        try (LaunchedProcess _ = up().awaitStart()) {
            assertThat(left).doesNotExist();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tomcat"))))
                    .isEqualTo("rwx------");
            assertThat(LaunchedProcess.temporary(home)).isDirectoryNotContaining("glob:**/tomcat*");
        }
    }

    @Test
    void saysWhoUsesTheDataAlready() throws Exception {
        try (LaunchedProcess first = up().awaitStart()) {
            LaunchedProcess second = up();

            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output())
                    .contains("already running", "process " + first.pid(), "--data DIR")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatThePortIsTakenBeforeItStartsAnything() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = taken.getLocalPort();
            LaunchedProcess process = up();

            assertThat(process.awaitEnd()).isEqualTo(1);
            assertThat(process.output())
                    .contains("Port " + port + " cannot be opened", "--port " + (port + 1))
                    .doesNotContain("\tat ");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void tellsAllThatIsWrongWithItsSettings() throws Exception {
        LaunchedProcess process = new LaunchedProcess(home, "--prot", "--port=x");

        assertThat(process.awaitEnd()).isEqualTo(2);
        assertThat(process.output()).contains("Did you mean \"--port\"?", "\"x\" is no port");
    }

    @Test
    void saysWhyTheDatabaseCannotBeReached() throws Exception {
        String url = "postgresql://nobody:secret@127.0.0.1:" + port + "/none";
        LaunchedProcess process =
                new LaunchedProcess(home, "--data", data.toString(), "--port", "0", "--database-url", url);

        assertThat(process.awaitEnd()).isEqualTo(1);
        assertThat(process.output())
                .contains("does not let Slipway in", "refused")
                .doesNotContain("\tat ", "secret");
    }
}
