package dev.slipway.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clean-up.
 *
 * @param requestedBy account; {@code slipway} when it was due
 * @param startedAt null while it waits
 * @param finishedAt null until it has ended
 * @param results of each kind of thing, as far as it has come
 */
public record CleanUp(
        long id,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<Result> results) {

    public CleanUp {
        results = List.copyOf(results);
    }

    /**
     * What became of one kind of thing.
     *
     * @param bytes freed
     * @param examples the first of what was removed
     * @param blockers why nothing, or not everything, could be removed
     */
    public record Result(String subject, long count, long bytes, List<String> examples, List<String> blockers) {
        public Result {
            examples = List.copyOf(examples);
            blockers = List.copyOf(blockers);
        }
    }

    public long count() {
        return results.stream().mapToLong(Result::count).sum();
    }

    public long bytes() {
        return results.stream().mapToLong(Result::bytes).sum();
    }

    /** What keeps it from removing everything that it should, each once. */
    public List<String> blockers() {
        return results.stream()
                .flatMap(result -> result.blockers().stream())
                .distinct()
                .toList();
    }
}
