package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.demo.Workload;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

        new Demo(
                        server,
                        Files.createDirectories(directory.resolve("clones")),
                        console(),
                        new Patience(PATIENCE).unless(server::end))
                .run();

        assertThat(server.isAlive()).isTrue();
        new LeftBehind(server.data()).assertThatEverythingHolds();
        deletesTheServiceWithEverythingThatRan();
    }

    private void deletesTheServiceWithEverythingThatRan() {
        ServerClient rosa = People.read(server.port(), server.data()).client("rosa");
        rosa.post("/api/v1/services/pricing-api/deletion", Map.of("confirm", "pricing-api"));

        new Patience(PATIENCE)
                .await(
                        "the deletion",
                        () -> Optional.of(rosa.get("/api/v1/services/pricing-api/deletion")
                                        .path("state")
                                        .asString())
                                .filter("SUCCEEDED"::equals),
                        () -> rosa.get("/api/v1/services/pricing-api/deletion").toString());

        assertThat(rosa.get("/api/v1/services")).isEmpty();
        assertThat(new Workload(server.port())
                        .get("pricing-api-prod.localhost", "/")
                        .status())
                .isEqualTo(404);
        assertThat(rosa.get("/api/v1/repositories/acme/pricing-api")
                        .path("archived")
                        .asBoolean())
                .isTrue();
    }

    private static PrintWriter console() {
        return new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    }
}
