package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;
import static dev.slipway.template.filter.Inputs.textOrNothing;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.regex.Match;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.syntax.Blanks;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Search;
import dev.slipway.template.value.TextReplacement;
import dev.slipway.template.value.Values;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters that change the words of a text. */
final class TextFilters {

    private static final Regex WORD = Regex.of("\\w+", "g");

    private TextFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put(
                "lower",
                (value, _, budget) ->
                        budget.checked(textOrNothing(value, "lower")).toLowerCase(Locale.ROOT));
        all.put(
                "upper",
                (value, _, budget) ->
                        budget.checked(textOrNothing(value, "upper")).toUpperCase(Locale.ROOT));
        all.put(
                "capitalize",
                (value, _, budget) ->
                        SafeText.like(value, capitalized(budget.checked(textOrNothing(value, "capitalize")))));
        all.put("title", TextFilters::title);
        all.put(
                "trim",
                (value, _, budget) -> SafeText.like(value, budget.checked(Blanks.trim(Inputs.text(value, "trim")))));
        all.put("string", TextFilters::string);
        all.put("replace", TextFilters::replace);
        all.put("wordcount", TextFilters::wordCount);
    }

    private static String capitalized(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static Object title(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = textOrNothing(value, "title");
        budget.text(2L * text.length());
        StringBuilder result = new StringBuilder(text.length());
        int start = 0;
        for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
            result.append(capitalized(text.substring(start, end))).append(' ');
            start = end + 1;
        }
        return SafeText.like(
                value, result.append(capitalized(text.substring(start))).toString());
    }

    private static Object string(@Nullable Object value, Arguments arguments, Budget budget) {
        if (Values.isMissing(value)) {
            throw new IllegalArgumentException("\"string\" needs a value, not " + Values.kind(value) + ".");
        }
        return value instanceof SafeText ? value : budget.checked(Conversions.text(value, budget));
    }

    private static @Nullable Object wordCount(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = textOrNothing(value, "wordcount");
        long count = 0;
        for (Match word = WORD.find(text, 0, budget::step);
                word != null;
                word = WORD.find(text, word.end(), budget::step)) {
            count++;
        }
        return count == 0 ? null : count;
    }

    private static @Nullable Object replace(@Nullable Object value, Arguments arguments, Budget budget) {
        Object old = argument(arguments, 0, "old");
        Object with = argument(arguments, 1, "new");
        if (old instanceof Regex) {
            return TextReplacement.replace(Inputs.text(value, "replace"), old, with, false, budget);
        }
        boolean searchable = old instanceof String || old instanceof Number;
        boolean changeable = value instanceof String || value instanceof SafeText || value instanceof Number;
        if (!searchable || !changeable) {
            return value;
        }
        Object most = argument(arguments, 2, "count");
        double limit = most == Undefined.UNDEFINED ? -1 : Conversions.number(most, budget);
        String text = Conversions.text(value, budget);
        String replaced = replaced(text, Conversions.text(old, budget), Conversions.text(with, budget), limit, budget);
        return SafeText.like(value, replaced);
    }

    private static String replaced(String text, String old, String with, double most, Budget budget) {
        StringBuilder result = new StringBuilder();
        if (old.isEmpty()) {
            budget.text(text.length() + (text.length() + 1L) * with.length());
            result.append(with);
            text.chars().forEach(c -> result.append((char) c).append(with));
            return text.isEmpty() ? with + with : result.toString();
        }
        int from = 0;
        int count = 0;
        for (int at = Search.indexOf(text, old, 0, budget);
                at >= 0 && (most == -1 || count < most);
                at = Search.indexOf(text, old, from, budget)) {
            result.append(text, from, at).append(with);
            budget.output(result.length(), at - from + with.length());
            from = at + old.length();
            count++;
        }
        return budget.checked(result.append(text, from, text.length()).toString());
    }
}
