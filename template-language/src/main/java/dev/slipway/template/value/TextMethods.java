package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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
        Object first = argument(arguments, 0);
        Object second = argument(arguments, 1);
        budget.steps(text.length() / 64 + 1L);
        return switch (method) {
            case "charAt" -> character(text, Values.integer(first, 0));
            case "charCodeAt" -> code(text, Values.integer(first, 0));
            case "concat" -> concat(text, arguments, budget);
            case "endsWith" -> text.endsWith(Values.text(first));
            case "includes" -> text.contains(Values.text(first));
            case "indexOf" -> Numbers.of(text.indexOf(Values.text(first), Values.integer(second, 0)));
            case "lastIndexOf" -> Numbers.of(text.lastIndexOf(Values.text(first)));
            case "replace" -> replace(text, first, second, false, budget);
            case "replaceAll" -> replace(text, first, second, true, budget);
            case "slice" -> slice(text, first, second);
            case "split" -> split(text, first, second, budget);
            case "startsWith" -> text.startsWith(Values.text(first), Math.max(0, Values.integer(second, 0)));
            case "substring" -> substring(text, first, second);
            case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
            case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
            case "toString" -> text;
            case "trim" -> text.strip();
            case "trimStart" -> text.stripLeading();
            case "trimEnd" -> text.stripTrailing();
            default -> throw Members.unknown(method, "a text", KNOWN);
        };
    }

    static @Nullable Object argument(Arguments arguments, int position) {
        return position < arguments.positional().size() ? arguments.positional().get(position) : Undefined.UNDEFINED;
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
            result.append(Values.text(part));
            budget.text(result.length());
        });
        return result.toString();
    }

    private static String replace(
            String text, @Nullable Object what, @Nullable Object with, boolean all, Budget budget) {
        if (what instanceof JsRegex regex) {
            return regex.replace(text, Values.text(with), budget);
        }
        String part = Values.text(what);
        String replacement = Values.text(with);
        budget.text(text.length() + (all ? (text.length() + 1L) : 1) * replacement.length());
        if (all) {
            return text.replace(part, replacement);
        }
        int at = text.indexOf(part);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + part.length());
    }

    private static String slice(String text, @Nullable Object start, @Nullable Object end) {
        int from = relative(Values.integer(start, 0), text.length());
        int to = relative(Values.integer(end, text.length()), text.length());
        return from < to ? text.substring(from, to) : "";
    }

    /** JavaScript's relative index: negative ones count from the end. */
    static int relative(int index, int length) {
        return index < 0 ? Math.max(0, length + index) : Math.min(index, length);
    }

    private static String substring(String text, @Nullable Object start, @Nullable Object end) {
        int a = Math.clamp(Values.integer(start, 0), 0, text.length());
        int b = Math.clamp(Values.integer(end, text.length()), 0, text.length());
        return text.substring(Math.min(a, b), Math.max(a, b));
    }

    private static List<@Nullable Object> split(
            String text, @Nullable Object separator, @Nullable Object limit, Budget budget) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (separator == Undefined.UNDEFINED) {
            parts.add(text);
        } else if (separator instanceof JsRegex regex) {
            splitByRegex(text, regex, parts, budget);
        } else if (Values.text(separator).isEmpty()) {
            text.chars().forEach(c -> parts.add(String.valueOf((char) c)));
        } else {
            splitByText(text, Values.text(separator), parts);
        }
        budget.steps(parts.size());
        int most = Values.integer(limit, parts.size());
        return new ArrayList<>(parts.subList(0, Math.clamp(most, 0, parts.size())));
    }

    private static void splitByText(String text, String separator, List<@Nullable Object> parts) {
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
    }

    private static void splitByRegex(String text, JsRegex regex, List<@Nullable Object> parts, Budget budget) {
        Matcher matcher = regex.matcher(text, budget);
        int from = 0;
        while (matcher.find()) {
            boolean emptyAtAnEnd =
                    matcher.end() == matcher.start() && (matcher.start() == 0 || matcher.end() == text.length());
            if (!emptyAtAnEnd) {
                parts.add(text.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.add(text.substring(from));
    }
}
