package dev.slipway.operations;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Disposal} removed, or would remove.
 *
 * @param bytes freed, as far as is known
 * @param examples the first of what was removed, for people
 * @param blockers why nothing, or not everything, could be removed; empty when all is well
 */
public record Disposed(long count, long bytes, List<String> examples, List<String> blockers) {

    /** How many things are named. */
    public static final int MOST_EXAMPLES = 50;

    public Disposed {
        examples = examples.stream().limit(MOST_EXAMPLES).toList();
        blockers = List.copyOf(blockers);
    }

    public static Disposed nothing() {
        return new Disposed(0, 0, List.of(), List.of());
    }

    public static Disposed blocked(List<String> reasons) {
        return new Disposed(0, 0, List.of(), reasons);
    }

    public Disposed plus(Disposed other) {
        return new Disposed(
                count + other.count,
                bytes + other.bytes,
                joined(examples, other.examples),
                joined(blockers, other.blockers));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
