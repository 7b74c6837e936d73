package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.demo.LocalServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Kills a server while something goes on: every other time at any moment, and every other time in the next of those phases
 * which are too important to leave to chance. Between two kills there is time enough for a build to come to its end, for one
 * that is interrupted again and again is given up.
 */
final class Kills {

    private static final List<Phase> AIMS =
            List.of(Phase.BUILDING, Phase.AT_THE_GATES, Phase.DEPLOYING, Phase.ROLLING_BACK);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
    private static final long GLANCE_MILLIS = 25;

    private final LocalServer server;
    private final String service;
    private final Random random;
    private final List<Kill> made = new ArrayList<>();

    private record Kill(Duration after, Set<Phase> phases) {}

    Kills(LocalServer server, String service, Random random) {
        this.server = server;
        this.service = service;
        this.random = random;
    }

    /** Kills and starts it again this often, and insists that the flow goes on all the while. */
    void make(int kills, Future<?> flow) throws Exception {
        for (int kill = 0; kill < kills; kill++) {
            Instant begin = Instant.now();
            letRun(flow, 2_000 + random.nextInt(6_000));
            Set<Phase> phases = kill % 2 == 0 ? now() : await(AIMS.get(kill / 2 % AIMS.size()), flow);
            server.kill();
            made.add(new Kill(Duration.between(begin, Instant.now()), phases));
            server.start();
        }
    }

    private Set<Phase> await(Phase aim, Future<?> flow) throws Exception {
        Instant giveUp = Instant.now().plus(LONGEST_WAIT);
        Set<Phase> phases = now();
        while (!phases.contains(aim)) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("The flow did not come to " + aim + ". " + this);
            }
            letRun(flow, GLANCE_MILLIS);
            phases = now();
        }
        return phases;
    }

    private Set<Phase> now() {
        return Phase.of(server, service);
    }

    private static void letRun(Future<?> flow, long millis) throws Exception {
        try {
            flow.get(millis, TimeUnit.MILLISECONDS);
            throw new AssertionError("The flow ended before all kills had come");
        } catch (TimeoutException stillRunning) {
            assertThat(flow).isNotDone();
        }
    }

    /** Each kill, and in the middle of what it came. */
    @Override
    public String toString() {
        return made.stream()
                .map(kill ->
                        "%5.1f s after the start: %s".formatted(kill.after().toMillis() / 1000.0, kill.phases()))
                .collect(Collectors.joining("\n", made.size() + " kills:\n", ""));
    }
}
