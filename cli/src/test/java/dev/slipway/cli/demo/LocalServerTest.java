package dev.slipway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {

    @TempDir
    private Path directory;

    @Test
    void oneThatIsKeptIsStoppedByItsProcess() {
        List<String> sleeps = List.of("sh", "-c", "exec sleep 60");
        LocalServer server = new LocalServer(new LocalServer.Program(sleeps, sleeps), directory.resolve("data"), 7070);
        server.start();
        try {
            assertThat(DemoCommand.farewell(server, directory, true))
                    .contains("It keeps running: http://slipway.localhost:7070/")
                    .contains("Stop it: kill " + server.pid())
                    .contains("Then remove what it leaves: rm -r " + directory);
            assertThat(ProcessHandle.of(server.pid())).get().matches(ProcessHandle::isAlive);
        } finally {
            server.stop();
        }
    }

    @Test
    void oneThatIsNotKeptLeavesItsLog() {
        LocalServer server = new LocalServer(new LocalServer.Program(List.of(), List.of()), directory, 7070);

        assertThat(DemoCommand.farewell(server, directory, false))
                .containsExactly(
                        "It is stopped. What it leaves is in " + directory + "; remove it: rm -r " + directory);
    }

    @Test
    void aServerThatDiedIsNotWaitedFor() {
        List<String> dies = List.of("sh", "-c", "echo the port is taken; exit 3");
        LocalServer server = new LocalServer(new LocalServer.Program(dies, dies), directory.resolve("data"), 7070);
        server.start();

        Patience patience = new Patience(Duration.ofDays(1)).unless(server::end);

        assertThatThrownBy(() -> patience.await("an answer", Optional::empty, () -> "nothing"))
                .isInstanceOf(DemoFailure.class)
                .hasMessage("Waited for an answer. The server ended with status 3. Its last lines:\nthe port is taken");
    }
}
