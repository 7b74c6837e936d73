package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.textOrNothing;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.syntax.Blanks;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.TextReplacement;
import dev.slipway.template.value.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters for HTML: escaping, and taking tags out. */
final class HtmlFilters {

    private static final Regex TAG = Regex.of("<\\/?([a-z][a-z0-9]*)\\b[^>]*>|<!--[\\s\\S]*?-->", "gi");
    private static final Regex LINE_BREAK = Regex.of("\\r\\n|\\n", "g");
    private static final Regex BLANKS = Regex.of("\\s+", "g");
    private static final Regex SPACES = Regex.of(" +", "g");
    private static final Regex SPACES_AROUND_LINES = Regex.of("^ +| +$", "gm");
    private static final Regex CARRIAGE_RETURN = Regex.of("\\r\\n", "g");
    private static final Regex EMPTY_LINES = Regex.of("\\n\\n\\n+", "g");

    private HtmlFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        BuiltIn escape = (value, _, budget) -> value instanceof SafeText ? value : escaped(value, budget);
        all.put("escape", escape);
        all.put("e", escape);
        all.put("forceescape", (value, _, budget) -> escaped(value, budget));
        all.put(
                "safe",
                (value, _, budget) -> value instanceof SafeText
                        ? value
                        : new SafeText(budget.checked(Conversions.printed(value, budget))));
        all.put(
                "nl2br",
                (value, _, budget) -> Values.isMissing(value)
                        ? ""
                        : SafeText.like(value, changed(Inputs.text(value, "nl2br"), LINE_BREAK, "<br />\n", budget)));
        all.put("striptags", HtmlFilters::stripTags);
        all.put("urlize", Links::urlize);
        all.put("urlencode", Links::urlEncode);
    }

    private static SafeText escaped(@Nullable Object value, Budget budget) {
        String text = Conversions.printed(value, budget);
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\\' -> escaped.append("&#92;");
                default -> escaped.append(c);
            }
        }
        return new SafeText(budget.checked(escaped.toString()));
    }

    private static Object stripTags(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = Blanks.trim(changed(textOrNothing(value, "striptags"), TAG, "", budget));
        if (!Inputs.isTrue(arguments, 0, "preserve_linebreaks")) {
            return SafeText.like(value, changed(text, BLANKS, " ", budget));
        }
        String squashed = changed(changed(text, SPACES_AROUND_LINES, "", budget), SPACES, " ", budget);
        String lines = changed(squashed, CARRIAGE_RETURN, "\n", budget);
        return SafeText.like(value, changed(lines, EMPTY_LINES, "\n\n", budget));
    }

    private static String changed(String text, Regex what, String with, Budget budget) {
        return TextReplacement.replace(text, what, with, false, budget);
    }
}
