package dev.slipway.cli.demo;

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
