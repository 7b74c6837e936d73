package dev.slipway.template.value;

import dev.slipway.template.contract.Limits;

/** What is left of the limits of one evaluation. */
public final class Budget {

    private static final int CHARACTERS_A_STEP = 32;
    private static final long STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 4096;

    private final Limits limits;
    private final long started = System.nanoTime();
    private long steps;
    private long nextLook = STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
    private int depth;

    public Budget(Limits limits) {
        this.limits = limits;
    }

    /** Counts one step. */
    public void step() {
        steps(1);
    }

    /** Counts several steps before they are made. */
    public void steps(long more) {
        steps += more;
        if (steps > limits.steps()) {
            throw new IllegalArgumentException("The template takes more than " + limits.steps() + " steps.");
        }
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS_AT_THE_CLOCK;
            if (System.nanoTime() - started > limits.time().toNanos()) {
                throw new IllegalArgumentException(
                        "The template takes longer than " + limits.time().toMillis() + " ms.");
            }
        }
    }

    public void enter() {
        if (++depth > limits.depth()) {
            throw new IllegalArgumentException("The template is nested more than " + limits.depth() + " levels deep.");
        }
    }

    public void leave() {
        depth--;
    }

    /** Counts a text that is about to be made; refuses one that would become too long. */
    public void text(long length) {
        if (length > limits.output()) {
            throw new IllegalArgumentException("A text would become longer than " + limits.output() + " characters.");
        }
        steps(length / CHARACTERS_A_STEP);
    }

    /** Refuses a growing text once it is too long; what is added to it has been counted. */
    void grown(int length) {
        if (length > limits.output()) {
            text(length);
        }
    }

    /** Refuses an output that has become too long. */
    public void output(int length, int added) {
        steps(1 + added / CHARACTERS_A_STEP);
        grown(length);
    }

    /** The text itself, counted. */
    public String checked(String text) {
        text(text.length());
        return text;
    }
}
