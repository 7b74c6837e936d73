package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Limits;
import org.jspecify.annotations.Nullable;

/** What is left of an execution's limits. */
final class Budget {

    private static final int STEPS_BETWEEN_LOOKS = 512;

    private final Limits limits;
    private final long started = System.nanoTime();
    private long steps;
    private long characters;
    private long nextLook = STEPS_BETWEEN_LOOKS;
    private int depth;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** What that is more than the limits allow; null while they do. */
    @Nullable
    String spend(long count) {
        steps += Math.clamp(count, 0, limits.steps() + 1);
        if (steps > limits.steps()) return limits.steps() + " steps";
        return steps < nextLook ? null : lookAtTime();
    }

    /** For what may take long at once, such as a function; as {@link #spend}. */
    @Nullable
    String lookAtTime() {
        nextLook = steps + STEPS_BETWEEN_LOOKS;
        boolean over = System.nanoTime() - started > limits.time().toNanos();
        return over ? limits.time().toMillis() + " ms" : null;
    }

    /** As {@link #spend}. */
    @Nullable
    String reserve(long count) {
        characters += Math.clamp(count, 0, limits.characters() + 1);
        if (characters > limits.characters()) return limits.characters() + " characters";
        return checkLength(count);
    }

    /** As {@link #spend}, for a text of that length that has been counted. */
    @Nullable
    String checkLength(long length) {
        return length > limits.atOnce() ? limits.atOnce() + " characters at once" : null;
    }

    /** How many characters can be made at once. */
    long charactersLeft() {
        return Math.clamp(limits.characters() - characters, 0, limits.atOnce());
    }

    /** Whether so much was made that it is worth looking at what is left of it. */
    boolean isHalfSpent() {
        return characters > limits.characters() / 2;
    }

    /** Between two templates: counts only what is still there. */
    void keepOnly(long kept) {
        characters = Math.min(characters, kept);
    }

    /** As {@link #spend}, for a template within another. */
    @Nullable
    String enter() {
        return ++depth > limits.depth() ? limits.depth() + " templates within templates" : null;
    }

    void leave() {
        depth--;
    }
}
