package dev.slipway.cli.client;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Asks again until something is so.
 *
 * @param limit the longest time
 */
public record Waiting(Duration limit) {

    private static final Duration BETWEEN = Duration.ofMillis(400);

    /**
     * @param what for the message when it takes too long
     * @param progress is told every answer, also the last
     * @throws CliException with TIMED_OUT
     */
    public JsonNode until(
            String what, Supplier<JsonNode> question, Predicate<JsonNode> done, Consumer<JsonNode> progress) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            JsonNode answer = question.get();
            progress.accept(answer);
            if (done.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new CliException(
                        ExitCode.TIMED_OUT,
                        CliProblem.of(
                                what + " has not ended after " + limit.toSeconds() + " s.",
                                "It goes on all the same: look again later, or wait longer with --timeout."));
            }
            Pauses.pause(BETWEEN);
        }
    }
}
