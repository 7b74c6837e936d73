package dev.slipway.template.value;

import dev.slipway.template.contract.Limits;

/** What is left of the limits of one evaluation. */
public final class Budget {

    private final Limits limits;
    private long steps;
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
    }

    public void enter() {
        if (++depth > limits.depth()) {
            throw new IllegalArgumentException("The template is nested more than " + limits.depth() + " levels deep.");
        }
    }

    public void leave() {
        depth--;
    }

    /** Refuses a text that is, or would become, too long. */
    public void text(long length) {
        if (length > limits.output()) {
            throw new IllegalArgumentException("A text would become longer than " + limits.output() + " characters.");
        }
    }

    /** The text itself, if it is not too long. */
    public String checked(String text) {
        text(text.length());
        return text;
    }
}
