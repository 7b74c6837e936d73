package dev.slipway.delivery;

/** One object of an application and how it is. */
public record LiveResource(
        String kind, String namespace, String name, SyncStatus sync, Health health, String message) {}
