package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's conversions to texts and numbers. */
public final class Conversions {

    private static final int DEEPEST = 100;

    private Conversions() {}

    /** What stands in the output: nothing for null and undefined. */
    public static String printed(@Nullable Object value, Budget budget) {
        return Values.isMissing(value) ? "" : text(value, budget);
    }

    /** {@code String(value)}. */
    public static String text(@Nullable Object value, Budget budget) {
        return switch (value) {
            case String text -> text;
            case List<?> items -> joined(items, ",", budget);
            case null, default -> simple(value);
        };
    }

    private static String simple(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Undefined _ -> "undefined";
            case Boolean bool -> bool.toString();
            case Number number -> Numbers.print(number);
            case SafeText safe -> safe.text();
            case Map<?, ?> _ -> "[object Object]";
            case Regex regex -> regex.toString();
            default ->
                throw new IllegalArgumentException("A function is not a text: write \"()\" after its name to call it.");
        };
    }

    /** {@code list.join(separator)}. */
    public static String joined(List<?> items, String separator, Budget budget) {
        StringBuilder output = new StringBuilder();
        join(items, separator, output, 0, budget);
        return output.toString();
    }

    private static void join(List<?> items, String separator, StringBuilder output, int depth, Budget budget) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A list is nested more than " + DEEPEST + " levels deep.");
        }
        boolean first = true;
        for (Object item : items) {
            int before = output.length();
            output.append(first ? "" : separator);
            first = false;
            if (item instanceof List<?> inner) {
                join(inner, ",", output, depth + 1, budget);
                before = output.length();
            } else if (!Values.isMissing(item)) {
                output.append(simple(item instanceof String text ? new SafeText(text) : item));
            }
            budget.output(output.length(), output.length() - before);
        }
    }

    /** {@code Number(value)}. */
    public static double number(@Nullable Object value, Budget budget) {
        return switch (value) {
            case null -> 0;
            case Number number -> number.doubleValue();
            case Boolean b -> b ? 1 : 0;
            case String text -> Numbers.parse(text);
            case SafeText safe -> Numbers.parse(safe.text());
            case List<?> list -> Numbers.parse(text(list, budget));
            default -> Double.NaN;
        };
    }

    /** A whole number, as array indices and widths are made of values; {@code otherwise} when it is undefined. */
    public static int integer(@Nullable Object value, int otherwise, Budget budget) {
        return value == Undefined.UNDEFINED ? otherwise : (int) number(value, budget);
    }
}
