package dev.slipway.template.syntax;

/**
 * A token of an expression.
 *
 * @param text a string's content without quotes and escapes, a regular expression's pattern, or the token as written
 * @param extra a regular expression's flags, else empty
 */
record Token(Kind kind, String text, String extra, int offset) {

    enum Kind {
        STRING,
        NUMBER,
        NAME,
        OPERATOR,
        REGEX,
        END
    }

    Token(Kind kind, String text, int offset) {
        this(kind, text, "", offset);
    }

    boolean is(String operatorOrName) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrName);
    }

    String described() {
        return kind == Kind.END ? "the end" : "\"" + text + "\"";
    }
}
