package dev.slipway.gitops.validation.rule;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** A cluster refuses the object, or what it is for cannot work. */
    ERROR,
    /** It works, but probably not as meant, or not for long. */
    WARNING,
    /** Nothing in Git tells whether it is right. */
    UNKNOWN
}
