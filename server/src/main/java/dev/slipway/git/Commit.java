package dev.slipway.git;

import dev.slipway.kernel.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A commit.
 *
 * @param message the whole message, trailers included
 * @param trailers the last paragraph's {@code Key: value} lines; of a repeated key the last
 */
public record Commit(
        CommitId id,
        List<CommitId> parents,
        Person author,
        Instant authoredAt,
        Person committer,
        Instant committedAt,
        String message,
        Map<String, String> trailers) {

    /** Author or committer. */
    public record Person(String name, String email) {}

    public Commit {
        parents = List.copyOf(parents);
        trailers = Map.copyOf(trailers);
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
