package dev.slipway.delivery;

/** Argo CD's health, from best to worst. */
public enum Health {
    HEALTHY,
    SUSPENDED,
    PROGRESSING,
    MISSING,
    DEGRADED,
    UNKNOWN
}
