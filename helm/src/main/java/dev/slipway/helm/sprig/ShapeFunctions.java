package dev.slipway.helm.sprig;

import static dev.slipway.gotemplate.Parameter.INT;
import static dev.slipway.gotemplate.Parameter.STRING;
import static dev.slipway.helm.sprig.Arguments.small;
import static dev.slipway.helm.sprig.Arguments.text;
import static dev.slipway.helm.sprig.Declarations.taking;

import dev.slipway.gotemplate.FunctionException;

/** Texts in another shape: shortened, wrapped, words joined or told apart. */
final class ShapeFunctions {

    private ShapeFunctions() {}

    static void declare(Declarations to) {
        to.add("abbrev", taking(INT, STRING), a -> abbreviated(text(a, 1), 0, small(a, 0)))
                .add("abbrevboth", taking(INT, INT, STRING), a -> abbreviatedBoth(small(a, 0), small(a, 1), text(a, 2)))
                .add("initials", taking(STRING), a -> initials(text(a, 0)))
                .add("title", taking(STRING), a -> titled(text(a, 0)))
                .add("untitle", taking(STRING), a -> untitled(text(a, 0)))
                .add("swapcase", taking(STRING), a -> TextFunctions.mapped(text(a, 0), ShapeFunctions::swapped))
                .add("nospace", taking(STRING), a -> withoutSpace(text(a, 0)))
                .call("wrap", taking(INT, STRING), (call, a) -> Wrapping.of(call, text(a, 1), small(a, 0), "\n", false))
                .call(
                        "wrapWith",
                        taking(INT, STRING, STRING),
                        (call, a) -> Wrapping.of(call, text(a, 2), small(a, 0), text(a, 1), true))
                .add("snakecase", taking(STRING), a -> Words.joined(text(a, 0), '_'))
                .add("kebabcase", taking(STRING), a -> Words.joined(text(a, 0), '-'))
                .add("camelcase", taking(STRING), a -> Words.camel(text(a, 0)));
    }

    private static String abbreviatedBoth(int left, int right, String text) {
        return right < 4 || (left > 0 && right < 7) ? text : abbreviated(text, left, right);
    }

    private static String abbreviated(String text, int offset, int width) {
        Bytes bytes = new Bytes(text);
        int length = bytes.length();
        if (width < 4 || length <= width) {
            return text;
        }
        int from = Math.min(offset, length);
        if (length - from < width - 3) {
            from = length - (width - 3);
        }
        if (from <= 4) {
            return bytes.between(0, width - 3) + "...";
        }
        if (width < 7) {
            throw new FunctionException("Minimum abbreviation width with offset is 7");
        }
        return from + width - 3 < length
                ? "..." + abbreviated(bytes.from(from), 0, width - 3)
                : "..." + bytes.from(length - (width - 3));
    }

    private static String initials(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int point : text.codePoints().toArray()) {
            boolean space = TextFunctions.isSpace(point);
            if (start && !space) {
                out.appendCodePoint(point);
            }
            start = space;
        }
        return out.toString();
    }

    private static String titled(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int point : text.codePoints().toArray()) {
            out.appendCodePoint(start ? Character.toTitleCase(point) : point);
            start = separates(point);
        }
        return out.toString();
    }

    private static boolean separates(int point) {
        if (point < 0x80) {
            return !(Character.isLetterOrDigit(point) || point == '_');
        }
        return !Character.isLetterOrDigit(point) && TextFunctions.isSpace(point);
    }

    private static String untitled(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int point : text.codePoints().toArray()) {
            boolean space = TextFunctions.isSpace(point);
            out.appendCodePoint(start && !space ? Character.toLowerCase(point) : point);
            start = space;
        }
        return out.toString();
    }

    private static int swapped(int point) {
        return Character.isUpperCase(point) || Character.isTitleCase(point)
                ? Character.toLowerCase(point)
                : Character.toUpperCase(point);
    }

    private static String withoutSpace(String text) {
        return text.codePoints()
                .filter(point -> !TextFunctions.isSpace(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
