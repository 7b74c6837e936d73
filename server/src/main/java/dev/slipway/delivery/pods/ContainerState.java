package dev.slipway.delivery.pods;

/** Where a container stands. */
enum ContainerState {
    /** Waits for its image, its configuration, or the next try. */
    WAITING,
    RUNNING,
    /** Ran to its end and is not started again. */
    ENDED
}
