package dev.slipway.builds;

/** The life of a build. */
public enum BuildStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean finished() {
        return this != QUEUED && this != RUNNING;
    }
}
