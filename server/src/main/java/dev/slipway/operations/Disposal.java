package dev.slipway.operations;

/**
 * SPI: removes what nobody needs any more, of one kind. A bean of this type is asked at every clean-up. What one run leaves
 * because it was killed, the next one removes.
 */
public interface Disposal {

    /** What it looks after, in plural, for example {@code Builds and their logs}. Stable: metrics carry it. */
    String subject();

    /** What stays and for how long, as one sentence for people. */
    String rule();

    /** Removes it, or only says what would be removed. An exception counts as a failure of this kind alone. */
    Disposed dispose(Mode mode);

    /** Whether anything is really removed. */
    enum Mode {
        DRY_RUN,
        REMOVE
    }
}
