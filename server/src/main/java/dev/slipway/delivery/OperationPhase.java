package dev.slipway.delivery;

/** The phase of a sync. */
public enum OperationPhase {
    NONE,
    RUNNING,
    SUCCEEDED,
    FAILED,
    ERROR
}
