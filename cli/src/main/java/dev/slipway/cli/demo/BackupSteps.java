package dev.slipway.cli.demo;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backup of the running server, and a second server restored from it, beside the first. */
final class BackupSteps {

    private static final String PASSPHRASE = "all of it, as it was";

    private final LocalServer server;
    private final Path file;
    private final Path restored;
    private final Patience patience;

    /** @param workspace an existing directory without files of these names */
    BackupSteps(LocalServer server, Path workspace, Patience patience) {
        this.server = server;
        this.file = workspace.resolve("demo.backup");
        this.restored = workspace.resolve("restored");
        this.patience = patience;
    }

    String backUp() {
        long bytes = patience.await("a backup", this::tryBackUp, () -> "the server's log is " + server.log());
        return bytes / 1024 + " kB, sealed with a passphrase";
    }

    /** One that is cut off is begun again. */
    private Optional<Long> tryBackUp() {
        try {
            ServerClient administrator = new ServerClient(
                    URI.create("http://127.0.0.1:" + server.port()),
                    Files.readString(server.data().resolve("cli-token")).strip(),
                    Duration.ofSeconds(30));
            administrator.download("/api/v1/backup", Map.of("Slipway-Passphrase", PASSPHRASE), file);
            return Optional.of(Files.size(file));
        } catch (IOException | ServerProblem _) {
            return Optional.empty();
        }
    }

    /** Every host answers there as it does here, also while both run. */
    String restore(List<String> hosts) {
        server.beside(restored, LocalServer.freePort()).restore(file, PASSPHRASE);
        // A port that was free some time ago may be taken by now.
        LocalServer second = server.beside(restored, LocalServer.freePort());
        second.start();
        try {
            hosts.forEach(host -> answersTheSame(second, host));
            return hosts.size() + " hosts answer the same on port " + second.port();
        } finally {
            second.stop();
        }
    }

    private void answersTheSame(LocalServer second, String host) {
        Workload here = new Workload(server.port());
        Workload there = new Workload(second.port());
        var _ = patience.unless(second::end)
                .await(
                        host + " to answer on the restored server",
                        () -> Optional.of(there.get(host, "/"))
                                .filter(answer -> answer.status() == 200 && answer.equals(here.get(host, "/"))),
                        () -> there.get(host, "/") + " instead of " + here.get(host, "/") + "; the last lines in "
                                + second.log() + ":\n" + second.lastLines());
    }
}
