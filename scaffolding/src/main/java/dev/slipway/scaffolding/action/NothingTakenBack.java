package dev.slipway.scaffolding.action;

/** An action does not take back what it made: it stays, and so does its result. */
public final class NothingTakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingTakenBack() {
        super("This action takes nothing back.", null, false, false);
    }
}
