package dev.slipway.delivery;

/**
 * One object of an application and how it is.
 *
 * @param message why, when it is not Healthy; otherwise what is worth knowing, or empty
 */
public record LiveResource(
        String kind, String namespace, String name, SyncStatus sync, Health health, String message) {}
