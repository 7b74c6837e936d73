package dev.slipway.scaffolder;

/** Stands for the process being killed: at one of the moments at which something outside was, or is about to be, changed. */
final class Killer {

    /** Nothing catches it but the end of the thread. */
    static final class Killed extends Error {}

    private int left = Integer.MAX_VALUE;
    private int moments;

    /** Kills at the nth moment from now, from 1. */
    void killAt(int moment) {
        left = moment;
    }

    int moments() {
        return moments;
    }

    void maybe() {
        moments++;
        if (--left == 0) {
            throw new Killed();
        }
    }
}
