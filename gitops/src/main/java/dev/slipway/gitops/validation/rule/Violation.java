package dev.slipway.gitops.validation.rule;

/**
 * A rule that an object breaks.
 *
 * @param pointer JSON pointer of what breaks it; empty for the object as a whole
 * @param what what is wrong, with the value quoted
 * @param expected may be empty
 * @param next what to do about it; may be empty
 */
public record Violation(Rule rule, Severity severity, String pointer, String what, String expected, String next) {

    /** The same in other words. */
    public Violation saying(String other) {
        return new Violation(rule, severity, pointer, other, expected, next);
    }

    public static Violation error(Rule rule, String pointer, String what, String expected, String next) {
        return new Violation(rule, Severity.ERROR, pointer, what, expected, next);
    }

    /** An error that the API server answers with. */
    public static Violation refused(Rule rule, String pointer, String what, String expected) {
        return error(rule, pointer, what, expected, "Kubernetes refuses the object.");
    }

    public static Violation warning(Rule rule, String pointer, String what, String expected, String next) {
        return new Violation(rule, Severity.WARNING, pointer, what, expected, next);
    }

    public static Violation unknown(Rule rule, String pointer, String what, String next) {
        return new Violation(rule, Severity.UNKNOWN, pointer, what, "", next);
    }
}
