package dev.slipway.gotemplate;

import dev.slipway.gotemplate.format.GoPrint;
import dev.slipway.gotemplate.format.GoPrintf;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.value.StringOrder;
import dev.slipway.gotemplate.value.Truth;
import dev.slipway.gotemplate.value.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of templates, and what Go says of them.
 *
 * <table><caption>Java and Go</caption>
 * <tr><th>Java</th><th>Go</th></tr>
 * <tr><td>null</td><td>nil</td></tr>
 * <tr><td>Boolean</td><td>bool</td></tr>
 * <tr><td>Long, Integer</td><td>int</td></tr>
 * <tr><td>{@link Int64}</td><td>int64</td></tr>
 * <tr><td>Double</td><td>float64</td></tr>
 * <tr><td>String</td><td>string; measured, indexed and cut in bytes of UTF-8</td></tr>
 * <tr><td>byte[]</td><td>[]uint8</td></tr>
 * <tr><td>List</td><td>[]interface {}</td></tr>
 * <tr><td>Map with keys of String</td><td>map[string]interface {}, in the order of its keys</td></tr>
 * <tr><td>{@link Function}</td><td>func</td></tr>
 * <tr><td>{@link GoObject}</td><td>what it says itself</td></tr>
 * </table>
 */
public final class GoValues {

    private static final long LONGEST = 10_000_000;

    private GoValues() {}

    /** Whether {@code if} takes the value for true: not the zero of its type, and not empty. */
    public static boolean truth(@Nullable Object value) {
        return Truth.of(value);
    }

    /** The type as Go's {@code %T} prints it: {@code map[string]interface {}}; {@code <nil>} for null. */
    public static String typeName(@Nullable Object value) {
        return Types.name(value);
    }

    /** The kind as Go's reflect prints it: {@code invalid}, {@code bool}, {@code int}, {@code float64}, {@code string}, {@code slice}, {@code map}, {@code func}, {@code struct}. */
    public static String kind(@Nullable Object value) {
        return Types.kind(value);
    }

    /** Go's {@code fmt.Sprint}: {@code %v} of each, spaces between two that are no strings. */
    public static String print(List<? extends @Nullable Object> values) {
        return GoPrint.print(values, LONGEST);
    }

    /** {@code %v} of one value. */
    public static String print(@Nullable Object value) {
        return GoPrint.print(value, LONGEST);
    }

    /** Go's {@code fmt.Sprintf}; mistakes are shown in the text, as Go does. */
    public static String printf(String format, List<? extends @Nullable Object> values) {
        return GoPrintf.printf(format, values, LONGEST);
    }

    /** A text in Go's double quotes: {@code %q}. */
    public static String quote(String text) {
        return Quoting.quote(text);
    }

    /** The order in which Go sorts strings: by code points. */
    public static int compare(String left, String right) {
        return StringOrder.compare(left, right);
    }
}
