package dev.slipway.entities;

import java.util.List;
import java.util.stream.Collectors;

/** A value is no predicate; tells everything that is wrong with it. */
public final class PredicateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    PredicateException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining(" ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * One thing that is wrong.
     *
     * @param where for example {@code query.$all[1].spec.type}
     */
    public record Mistake(String where, String message, String expected) {
        @Override
        public String toString() {
            return where + ": " + message + " Expected: " + expected + ".";
        }
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
