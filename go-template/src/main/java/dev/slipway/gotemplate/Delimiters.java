package dev.slipway.gotemplate;

/**
 * What an action stands between.
 *
 * @param left two braces in Go's default
 * @param right two braces in Go's default
 */
public record Delimiters(String left, String right) {

    private static final Delimiters BRACES = new Delimiters("{{", "}}");

    public Delimiters {
        if (left.isEmpty() || right.isEmpty()) throw new IllegalArgumentException("a delimiter must not be empty");
    }

    public static Delimiters braces() {
        return BRACES;
    }
}
