package dev.slipway.gotemplate.syntax;

/**
 * A token.
 *
 * @param position where it begins in the text
 * @param line where it begins, from 1
 */
record Token(Kind kind, int position, String text, int line) {

    enum Kind {
        ERROR,
        BOOL,
        CHARACTER,
        CHARACTER_CONSTANT,
        COMPLEX,
        ASSIGN,
        DECLARE,
        END_OF_TEXT,
        FIELD,
        IDENTIFIER,
        LEFT_DELIMITER,
        LEFT_PARENTHESIS,
        NUMBER,
        PIPE,
        RAW_STRING,
        RIGHT_DELIMITER,
        RIGHT_PARENTHESIS,
        SPACE,
        STRING,
        TEXT,
        VARIABLE,
        BLOCK,
        BREAK,
        CONTINUE,
        DOT,
        DEFINE,
        ELSE,
        END,
        IF,
        NIL,
        RANGE,
        TEMPLATE,
        WITH
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** As Go shows it in messages. */
    String shown() {
        if (kind == Kind.END_OF_TEXT) return "EOF";
        if (kind == Kind.ERROR) return text;
        if (kind.compareTo(Kind.BLOCK) >= 0) return "<" + text + ">";
        boolean isLong = GoText.bytes(text) > 10;
        int cut = isLong
                ? text.offsetByCodePoints(0, Math.min(10, text.codePointCount(0, text.length())))
                : text.length();
        return Quoting.quote(text.substring(0, cut)) + (isLong ? "..." : "");
    }
}
