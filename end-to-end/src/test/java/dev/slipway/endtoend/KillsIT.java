package dev.slipway.endtoend;

import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The server is killed in the middle of the demo's flow, and of more changes after it, and started again: it ends as if nothing
 * had happened.
 */
@ResourceLock("machine")
class KillsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** With the server's log, which is wanted when this fails. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path directory;

    private LocalServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void fiveKillsMakeNoDifference() throws Exception {
        survives(5, Long.getLong("kills.seed", new Random().nextLong()));
    }

    /** Another run's moments come with {@code -Dkills.seed=…}. */
    @Test
    @Tag("long")
    void twentyKillsMakeNoDifference() throws Exception {
        survives(20, Long.getLong("kills.seed", 20));
    }

    private void survives(int count, long seed) throws Exception {
        server = Installation.in(directory);
        server.start();
        Kills kills = new Kills(server, "pricing-api", new Random(seed));
        CountDownLatch allKillsMade = new CountDownLatch(1);
        StringWriter said = new StringWriter();
        int rounds;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> flow = threads.submit(() -> demoAndRounds(said, allKillsMade));
            try {
                kills.make(count, flow);
            } finally {
                allKillsMade.countDown();
            }
            rounds = flow.get(20, TimeUnit.MINUTES);
        } finally {
            System.out.println(said + "\nSeed " + seed + ", " + kills);
        }

        System.out.println("Rounds after the demo: " + rounds);
        new Aftermath(server, rounds).assertThatNothingIsLostAndNothingTwice();
    }

    /** Goes on until all kills have been made; returns how many rounds that took. */
    private int demoAndRounds(StringWriter said, CountDownLatch allKillsMade) throws Exception {
        Path clones = Files.createDirectories(directory.resolve("clones"));
        Patience patience = new Patience(PATIENCE);
        new Demo(server, clones, new PrintWriter(said), patience).run();
        Rounds rounds = new Rounds(server, clones, patience);
        while (allKillsMade.getCount() > 0) {
            rounds.make();
        }
        return rounds.made();
    }
}
