package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.TextReplacement;
import dev.slipway.template.value.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters of texts. */
final class TextFilters {

    private TextFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("lower", (value, _, _) -> text(value).toLowerCase(Locale.ROOT));
        all.put("upper", (value, _, _) -> text(value).toUpperCase(Locale.ROOT));
        all.put("trim", (value, _, _) -> text(value).strip());
        all.put("capitalize", (value, _, _) -> capitalized(text(value)));
        all.put("title", (value, _, _) -> title(text(value)));
        all.put("string", (value, _, _) -> Values.text(value));
        all.put("safe", (value, _, _) -> Values.printed(value));
        all.put("escape", (value, _, budget) -> budget.checked(escaped(Values.printed(value))));
        all.put("e", (value, _, budget) -> budget.checked(escaped(Values.printed(value))));
        all.put("forceescape", (value, _, budget) -> budget.checked(escaped(Values.printed(value))));
        all.put("replace", TextFilters::replace);
        all.put("truncate", TextFilters::truncate);
        all.put("indent", TextFilters::indent);
        all.put("center", TextFilters::center);
        all.put("nl2br", (value, _, budget) -> budget.checked(text(value).replaceAll("\r\n|\n", "<br />\n")));
        all.put(
                "striptags",
                (value, _, _) -> text(value)
                        .replaceAll("</?([a-zA-Z][a-zA-Z0-9]*)\\b[^>]*+>|<!--[\\s\\S]*?-->", "")
                        .strip()
                        .replaceAll("\\s+", " "));
        all.put("urlencode", (value, _, _) -> urlEncoded(Values.printed(value)));
        all.put(
                "wordcount",
                (value, _, _) -> Numbers.of(
                        text(value).isBlank() ? 0 : text(value).strip().split("[^\\p{Alnum}_]+").length));
    }

    private static String text(@Nullable Object value) {
        return Values.printed(value);
    }

    private static String capitalized(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static String title(String text) {
        return Arrays.stream(text.split(" ", -1)).map(TextFilters::capitalized).collect(Collectors.joining(" "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("`", "&#96;");
    }

    private static @Nullable Object replace(@Nullable Object value, Arguments arguments, Budget budget) {
        Object old =
                arguments.positional().isEmpty() ? null : arguments.positional().getFirst();
        String with = Values.text(arguments.get(1, "new").orElse(""));
        String text = Values.printed(value);
        if (!(old instanceof String) && !(old instanceof Number)) {
            Arguments pair = new Arguments(Arrays.asList(old, with), Map.of());
            return TextReplacement.replace(text, pair, budget);
        }
        int most = Values.integer(arguments.get(2, "max").orElse(null), Integer.MAX_VALUE);
        return replaced(text, Values.text(old), with, most < 0 ? Integer.MAX_VALUE : most, budget);
    }

    private static String replaced(String text, String old, String with, int most, Budget budget) {
        if (old.isEmpty()) {
            budget.text(text.length() + (text.length() + 1L) * with.length());
            return text.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(with, with, with));
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        int count = 0;
        for (int at = text.indexOf(old); at >= 0 && count < most; at = text.indexOf(old, from)) {
            result.append(text, from, at).append(with);
            from = at + old.length();
            count++;
            budget.text(result.length());
        }
        return result.append(text.substring(from)).toString();
    }

    private static Object truncate(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = text(value);
        int length = Math.max(0, Values.integer(arguments.get(0, "length").orElse(null), 255));
        if (text.length() <= length) {
            return text;
        }
        boolean hard = Values.isTrue(arguments.get(1, "killwords").orElse(false));
        int space = text.lastIndexOf(' ', length);
        int end = hard || space < 0 ? length : space;
        return text.substring(0, end) + Values.text(arguments.get(2, "end").orElse("..."));
    }

    private static Object indent(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = text(value);
        int width = Math.max(0, Values.integer(arguments.get(0, "width").orElse(null), 4));
        boolean first = Values.isTrue(arguments.get(1, "indentfirst").orElse(false));
        List<String> lines = List.of(text.split("\n", -1));
        budget.text(text.length() + (long) lines.size() * width);
        String blanks = " ".repeat(width);
        StringJoiner result = new StringJoiner("\n" + blanks, first ? blanks : "", "");
        lines.forEach(result::add);
        return text.isEmpty() ? "" : result.toString();
    }

    private static Object center(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = text(value);
        int width = Values.integer(arguments.get(0, "width").orElse(null), 80);
        budget.text(width);
        int spaces = width - text.length();
        return spaces <= 0 ? text : " ".repeat(spaces / 2) + text + " ".repeat(spaces - spaces / 2);
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")");
    }
}
