package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.syntax.Blanks;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of JavaScript's String that templates may call. */
final class TextMethods {

    private static final Set<String> KNOWN = Set.of(
            "charAt",
            "charCodeAt",
            "concat",
            "endsWith",
            "includes",
            "indexOf",
            "lastIndexOf",
            "replace",
            "replaceAll",
            "slice",
            "split",
            "startsWith",
            "substring",
            "toLowerCase",
            "toUpperCase",
            "toString",
            "trim",
            "trimStart",
            "trimEnd");

    private TextMethods() {}

    static Object call(String text, String method, Arguments arguments, Budget budget) {
        Object first = Given.argument(arguments, 0);
        Object second = Given.argument(arguments, 1);
        budget.text(text.length());
        return switch (method) {
            case "charAt" -> character(text, Conversions.integer(first, 0, budget));
            case "charCodeAt" -> code(text, Conversions.integer(first, 0, budget));
            case "concat" -> concat(text, arguments, budget);
            case "endsWith" -> endsWith(text, part(first, method, budget), second, budget);
            case "includes" ->
                Search.indexOf(
                                text,
                                part(first, method, budget),
                                Given.clamped(second, 0, text.length(), budget),
                                budget)
                        >= 0;
            case "indexOf" ->
                Numbers.of(Search.indexOf(
                        text,
                        Conversions.text(first, budget),
                        Given.clamped(second, 0, text.length(), budget),
                        budget));
            case "lastIndexOf" -> lastIndexOf(text, Conversions.text(first, budget), second, budget);
            case "replace" -> TextReplacement.replace(text, first, second, false, budget);
            case "replaceAll" -> TextReplacement.replace(text, first, second, true, budget);
            case "slice" -> slice(text, first, second, budget);
            case "split" -> TextSplit.split(text, first, second, budget);
            case "startsWith" ->
                text.startsWith(part(first, method, budget), Given.clamped(second, 0, text.length(), budget));
            case "substring" -> substring(text, first, second, budget);
            case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
            case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
            case "toString" -> text;
            case "trim" -> Blanks.trim(text);
            case "trimStart" -> Blanks.trimStart(text);
            case "trimEnd" -> Blanks.trimEnd(text);
            default -> throw Members.unknown(method, "a text", KNOWN);
        };
    }

    private static String part(@Nullable Object value, String method, Budget budget) {
        if (value instanceof Regex) {
            throw new IllegalArgumentException("\"" + method + "\" needs a text, not a regular expression.");
        }
        return Conversions.text(value, budget);
    }

    private static String character(String text, int index) {
        return index >= 0 && index < text.length() ? String.valueOf(text.charAt(index)) : "";
    }

    private static Number code(String text, int index) {
        return index >= 0 && index < text.length() ? Numbers.of(text.charAt(index)) : (Number) Double.NaN;
    }

    private static String concat(String text, Arguments arguments, Budget budget) {
        StringBuilder result = new StringBuilder(text);
        arguments.positional().forEach(part -> {
            result.append(Conversions.text(part, budget));
            budget.text(result.length());
        });
        return result.toString();
    }

    private static boolean endsWith(String text, String part, @Nullable Object end, Budget budget) {
        int to = Given.clamped(end, text.length(), text.length(), budget);
        return to >= part.length() && text.startsWith(part, to - part.length());
    }

    private static Number lastIndexOf(String text, String part, @Nullable Object from, Budget budget) {
        double start = Conversions.number(from, budget);
        int last = Double.isNaN(start) ? text.length() : Math.clamp((int) start, 0, text.length());
        return Numbers.of(Search.lastIndexOf(text, part, last, budget));
    }

    private static String slice(String text, @Nullable Object start, @Nullable Object end, Budget budget) {
        int from = Given.relative(start, 0, text.length(), budget);
        int to = Given.relative(end, text.length(), text.length(), budget);
        return from < to ? text.substring(from, to) : "";
    }

    private static String substring(String text, @Nullable Object start, @Nullable Object end, Budget budget) {
        int a = Given.clamped(start, 0, text.length(), budget);
        int b = Given.clamped(
                end == Undefined.UNDEFINED ? Undefined.UNDEFINED : end, text.length(), text.length(), budget);
        return text.substring(Math.min(a, b), Math.max(a, b));
    }
}
