package dev.slipway.scaffolding;

/** How bad a finding is. */
public enum Severity {
    /** The template cannot be used, or its runs fail or cannot do what it says. */
    ERROR,
    /** It can be used, and something is probably not as meant. */
    WARNING
}
