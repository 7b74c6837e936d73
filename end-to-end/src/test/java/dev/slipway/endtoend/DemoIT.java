package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.LocalServer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The demo holds, and what it leaves behind is what other tools take. */
@ResourceLock("machine")
class DemoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private LocalServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void bringsAServiceToProductionAndBack() throws Exception {
        server = Installation.in(directory);
        server.start();

        new Demo(server, Files.createDirectories(directory.resolve("clones")), console(), PATIENCE).run();

        assertThat(server.isAlive()).isTrue();
        new LeftBehind(server.data()).assertThatEverythingHolds();
    }

    private static PrintWriter console() {
        return new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    }
}
