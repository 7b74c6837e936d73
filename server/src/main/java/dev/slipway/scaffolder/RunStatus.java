package dev.slipway.scaffolder;

/** How a run stands. */
public enum RunStatus {
    /** Nothing has been done yet. */
    QUEUED,
    RUNNING,
    /** A step waits for something outside, a pull request's checks perhaps. */
    WAITING,
    SUCCEEDED,
    /** A step failed; what could be taken back was. It can be tried again. */
    FAILED,
    CANCELLED;

    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
