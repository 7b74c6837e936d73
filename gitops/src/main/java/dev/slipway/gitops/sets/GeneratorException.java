package dev.slipway.gitops.sets;

/** A generator gives no parameters; says why, what was expected and what to do. */
final class GeneratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String next;

    GeneratorException(String what, String expected, String next) {
        super(what);
        this.expected = expected;
        this.next = next;
    }

    String expected() {
        return expected;
    }

    String next() {
        return next;
    }
}
