package dev.slipway.gitops.sets;

/** A generator gives no parameters, or they make no Application; says why, where, what was expected and what to do. */
final class GeneratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String next;
    private final String pointer;
    private final boolean placed;

    GeneratorException(String what, String expected, String next) {
        this(what, expected, next, "", false);
    }

    private GeneratorException(String what, String expected, String next, String pointer, boolean placed) {
        super(what);
        this.expected = expected;
        this.next = next;
        this.pointer = pointer;
        this.placed = placed;
    }

    /** The same of something below this pointer; stays as it is once it is placed. */
    GeneratorException below(String above) {
        return placed
                ? this
                : new GeneratorException(String.valueOf(getMessage()), expected, next, above + pointer, false);
    }

    /** The same with its place in the set, which this pointer begins. */
    GeneratorException in(String above) {
        GeneratorException below = below(above);
        return new GeneratorException(String.valueOf(getMessage()), expected, next, below.pointer(), true);
    }

    String expected() {
        return expected;
    }

    String next() {
        return next;
    }

    /** As a JSON pointer, from the set once it is placed. */
    String pointer() {
        return pointer;
    }
}
