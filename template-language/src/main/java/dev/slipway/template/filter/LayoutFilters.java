package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;
import static dev.slipway.template.filter.Inputs.textOrNothing;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Values;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Filters that lay a text out: widths, indents, lengths. */
final class LayoutFilters {

    private static final int STANDARD_WIDTH = 80;
    private static final int STANDARD_INDENT = 4;
    private static final int STANDARD_LENGTH = 255;

    private LayoutFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("center", LayoutFilters::center);
        all.put("indent", LayoutFilters::indent);
        all.put("truncate", LayoutFilters::truncate);
    }

    private static Object center(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = textOrNothing(value, "center");
        int spaces = Inputs.number(arguments, 0, "width", STANDARD_WIDTH, budget) - text.length();
        if (spaces <= 0) {
            return value instanceof SafeText ? value : text;
        }
        budget.text((long) text.length() + spaces);
        return SafeText.like(value, " ".repeat(spaces / 2) + text + " ".repeat(spaces - spaces / 2));
    }

    private static Object indent(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = textOrNothing(value, "indent");
        if (text.isEmpty()) {
            return "";
        }
        int width = Math.max(0, Inputs.number(arguments, 0, "width", STANDARD_INDENT, budget));
        List<String> lines = List.of(text.split("\n", -1));
        budget.text(text.length() + (long) lines.size() * width);
        String blanks = " ".repeat(width);
        boolean first = Inputs.isTrue(arguments, 1, "indentfirst") || Inputs.isTrue(arguments, 1, "first");
        StringJoiner result = new StringJoiner("\n" + blanks, first ? blanks : "", "");
        lines.forEach(result::add);
        return SafeText.like(value, result.toString());
    }

    private static Object truncate(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = textOrNothing(value, "truncate");
        int length = Inputs.number(arguments, 0, "length", STANDARD_LENGTH, budget);
        if (text.length() <= length) {
            return value instanceof SafeText ? value : text;
        }
        int space = text.lastIndexOf(' ', Math.max(0, length));
        boolean hard = Inputs.isTrue(arguments, 1, "killwords") || space < 0;
        String kept = text.substring(0, hard ? Math.max(0, length) : space);
        Object end = argument(arguments, 2, "end");
        String result = kept + (Values.isMissing(end) ? "..." : Conversions.text(end, budget));
        return SafeText.like(value, budget.checked(result));
    }
}
