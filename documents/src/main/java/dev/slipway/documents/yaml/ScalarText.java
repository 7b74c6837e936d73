package dev.slipway.documents.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes scalars so that YAML 1.1 and YAML 1.2 read them alike, in blocks as well as between brackets. */
final class ScalarText {

    private static final Pattern HARMLESS =
            Pattern.compile("[A-Za-z0-9/_.][A-Za-z0-9/_.@=+-]*((:|  ?)[A-Za-z0-9/_.@=+-]+)*");
    private static final Set<String> BOOLEANS_OF_1_1 = Set.of("y", "n", "yes", "no", "on", "off");
    private static final Resolver RESOLVER = new Resolver();

    private ScalarText() {}

    /** The scalar on one line. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> isHarmless(text) ? text : doubleQuoted(text);
            case Double number when number.isNaN() -> ".nan";
            case Double number when number.isInfinite() -> number > 0 ? ".inf" : "-.inf";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default ->
                throw new IllegalArgumentException("A " + value.getClass().getName() + " is no YAML scalar.");
        };
    }

    /** The scalar in the quotes of the one that stood there, if the new one is a text as well. */
    static String like(String old, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return of(value);
        }
        if (old.startsWith("\"")) {
            return doubleQuoted(text);
        }
        return old.startsWith("'") && isPrintable(text) ? "'" + text.replace("'", "''") + "'" : of(text);
    }

    static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(ScalarText::needsEscape);
    }

    private static boolean isHarmless(String text) {
        return HARMLESS.matcher(text).matches()
                && !BOOLEANS_OF_1_1.contains(text.toLowerCase(Locale.ROOT))
                && RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR)
                && Scalars.core().resolve(text) instanceof String
                && !text.startsWith("...");
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                !needsEscape(point)
                        ? Character.toString(point)
                        : String.format(point > 0xFFFF ? "\\U%08X" : "\\u%04X", point);
        };
    }

    private static boolean needsEscape(int point) {
        return point < 0x20
                || (point >= 0x7F && point < 0xA0)
                || point == 0x2028
                || point == 0x2029
                || point == 0xFEFF
                || (point >= 0xD800 && point <= 0xDFFF)
                || (point & 0xFFFE) == 0xFFFE;
    }
}
