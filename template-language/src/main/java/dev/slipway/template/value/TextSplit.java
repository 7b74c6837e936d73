package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Match;
import dev.slipway.template.regex.Regex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JavaScript's {@code text.split(separator, limit)}. */
final class TextSplit {

    private TextSplit() {}

    static List<@Nullable Object> split(
            String text, @Nullable Object separator, @Nullable Object limit, Budget budget) {
        List<@Nullable Object> parts = new ArrayList<>();
        if (separator == Undefined.UNDEFINED) {
            parts.add(text);
        } else if (separator instanceof Regex regex) {
            byRegex(text, regex.anywhere(), parts, budget);
        } else {
            byText(text, Conversions.text(separator, budget), parts, budget);
        }
        int most = limit == Undefined.UNDEFINED ? -1 : Conversions.integer(limit, 0, budget);
        return most < 0 || most >= parts.size() ? parts : new ArrayList<>(parts.subList(0, most));
    }

    private static void byText(String text, String separator, List<@Nullable Object> parts, Budget budget) {
        if (separator.isEmpty()) {
            budget.steps(text.length());
            text.chars().forEach(c -> parts.add(String.valueOf((char) c)));
            return;
        }
        int from = 0;
        for (int at = Search.indexOf(text, separator, 0, budget);
                at >= 0;
                at = Search.indexOf(text, separator, from, budget)) {
            budget.step();
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
    }

    private static void byRegex(String text, Regex regex, List<@Nullable Object> parts, Budget budget) {
        if (text.isEmpty()) {
            if (regex.find(text, 0, budget::step) == null) {
                parts.add(text);
            }
            return;
        }
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            Match match = regex.find(text, at, budget::step);
            if (match == null || match.start() >= text.length()) {
                break;
            }
            if (match.end() == from || (match.isEmpty() && match.start() == from)) {
                at = match.start() + 1;
                continue;
            }
            parts.add(text.substring(from, match.start()));
            for (int group = 1; group <= match.groups(); group++) {
                String captured = match.group(group);
                parts.add(captured == null ? Undefined.UNDEFINED : captured);
            }
            from = match.end();
            at = match.isEmpty() ? from + 1 : from;
        }
        parts.add(text.substring(from));
    }
}
