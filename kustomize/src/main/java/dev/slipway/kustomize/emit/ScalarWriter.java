package dev.slipway.kustomize.emit;

import java.util.Locale;

/** Writes one text in the style that go-yaml v2 would choose. */
final class ScalarWriter {
    private static final int WIDTH = 80;
    private static final String ESCAPED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
    private static final String ESCAPES = "0abtnvfre\"\\N_LP";

    private final Output out;
    private final int indent;
    private final boolean key;

    /** @param indent of the map or list that the text stands in */
    ScalarWriter(Output out, int indent, boolean key) {
        this.out = out;
        this.indent = indent + 2;
        this.key = key;
    }

    void write(String text) {
        Analysis analysis = Analysis.of(text);
        out.separate();
        if (text.indexOf('\n') >= 0) {
            if (analysis.block() && !key) {
                literal(text);
            } else {
                doubleQuoted(text.codePoints().toArray());
            }
        } else if (!PlainWords.isText(text)) {
            doubleQuoted(text.codePoints().toArray());
        } else if (analysis.plain() && text.indexOf(' ') < 0) {
            out.append(text);
        } else if (analysis.plain()) {
            plain(text.codePoints().toArray());
        } else if (analysis.single()) {
            singleQuoted(text.codePoints().toArray());
        } else {
            doubleQuoted(text.codePoints().toArray());
        }
    }

    private void plain(int[] points) {
        for (int i = 0; i < points.length; i++) {
            if (folds(points, i) && points[i + 1] != ' ') {
                out.fold(indent);
            } else {
                out.append(points[i]);
            }
        }
    }

    private void singleQuoted(int[] points) {
        out.append("'");
        for (int i = 0; i < points.length; i++) {
            if (i > 0 && folds(points, i) && points[i + 1] != ' ') {
                out.fold(indent);
            } else if (points[i] == '\'') {
                out.append("''");
            } else {
                out.append(points[i]);
            }
        }
        out.append("'");
    }

    private void doubleQuoted(int[] points) {
        out.append("\"");
        for (int i = 0; i < points.length; i++) {
            if (mustEscape(points[i])) {
                out.append(escape(points[i]));
            } else if (i > 0 && folds(points, i)) {
                out.fold(indent);
                if (points[i + 1] == ' ') {
                    out.append("\\");
                }
            } else {
                out.append(points[i]);
            }
        }
        out.append("\"");
    }

    /** Whether the line may end at this space: beyond the width, after something else, before something else. */
    private boolean folds(int[] points, int i) {
        return !key
                && points[i] == ' '
                && out.column() > WIDTH
                && i + 1 < points.length
                && (i == 0 || points[i - 1] != ' ');
    }

    private static boolean mustEscape(int point) {
        return !Analysis.printable(point) || Analysis.isBreak(point) || point == '"' || point == '\\';
    }

    private static String escape(int point) {
        int known = ESCAPED.indexOf(point);
        if (known >= 0) {
            return "\\" + ESCAPES.charAt(known);
        }
        String form = point <= 0xFF ? "\\x%02X" : point <= 0xFFFF ? "\\u%04X" : "\\U%08X";
        return String.format(Locale.ROOT, form, point);
    }

    private void literal(String text) {
        out.append("|");
        if (text.startsWith(" ") || Analysis.isBreak(text.codePointAt(0))) {
            out.append("2");
        }
        int length = text.length();
        if (!Analysis.isBreak(text.charAt(length - 1))) {
            out.append("-");
        } else if (length == 1 || Analysis.isBreak(text.charAt(length - 2))) {
            out.append("+");
        }
        out.lineBreak();
        text.codePoints().forEach(this::literalPoint);
    }

    private void literalPoint(int point) {
        if (point == '\n') {
            out.lineBreak();
        } else {
            if (out.column() == 0) {
                out.pad(indent);
            }
            out.append(point);
        }
    }
}
