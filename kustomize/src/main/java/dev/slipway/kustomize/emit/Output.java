package dev.slipway.kustomize.emit;

/** The text so far, and where its end is. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private int column;
    /** Only spaces and indicators stand on this line so far, so that a nested value may begin here. */
    private boolean fresh = true;

    int column() {
        return column;
    }

    /** Goes to the beginning of a line with this indentation, unless the end is there already. */
    void newLine(int indent) {
        if (!fresh || column > indent) {
            lineBreak();
        }
        pad(indent);
        fresh = true;
    }

    /** Goes to a new line in the middle of a scalar. */
    void fold(int indent) {
        lineBreak();
        pad(indent);
    }

    void lineBreak() {
        text.append('\n');
        column = 0;
        fresh = true;
    }

    /** {@code -}, {@code ?} or a {@code :} of its own line, after which a nested value may begin. */
    void indicator(String indicator) {
        append(indicator);
        append(" ");
        fresh = true;
    }

    /** A value after a key or an indicator. */
    void token(String value) {
        separate();
        append(value);
    }

    void separate() {
        if (column > 0 && text.charAt(text.length() - 1) != ' ') {
            append(" ");
        }
    }

    void append(String value) {
        text.append(value);
        column += value.codePointCount(0, value.length());
        fresh = false;
    }

    void append(int point) {
        text.appendCodePoint(point);
        column++;
        fresh = false;
    }

    void pad(int indent) {
        while (column < indent) {
            text.append(' ');
            column++;
        }
    }

    String end() {
        if (column > 0) {
            text.append('\n');
        }
        return text.toString();
    }
}
