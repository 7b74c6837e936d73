package dev.slipway.delivery;

/** Whether what runs is what Git says. */
public enum SyncStatus {
    SYNCED,
    OUT_OF_SYNC,
    UNKNOWN
}
