package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Match;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.syntax.Blanks;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The filters that make links, and parts of them. */
final class Links {

    private static final Regex WITHOUT_PUNCTUATION = Regex.of("^(?:\\(|<|&lt;)?(.*?)(?:\\.|,|\\)|\\n|&gt;)?$", "");
    private static final Regex MAIL = Regex.of("^[\\w.!#$%&'*+\\-\\/=?\\^`{|}~]+@[a-z\\d\\-]+(\\.[a-z\\d\\-]+)+$", "i");
    private static final Regex WEB = Regex.of("^https?:\\/\\/.*$", "");
    private static final Regex DOMAIN = Regex.of("\\.(?:org|net|com)(?:\\:|\\/|$)", "");
    private static final String UNESCAPED = "-_.!~*'()";

    private Links() {}

    static Object urlize(@Nullable Object value, Arguments arguments, Budget budget) {
        String text = Inputs.text(value, "urlize");
        Object given = argument(arguments, 0, "length");
        int length = given == Undefined.UNDEFINED
                ? Integer.MAX_VALUE
                : Math.max(0, Conversions.integer(given, Integer.MAX_VALUE, budget));
        boolean noFollow = Boolean.TRUE.equals(argument(arguments, 1, "nofollow"));
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean blank = Blanks.isBlank(text.charAt(at));
            while (end < text.length() && Blanks.isBlank(text.charAt(end)) == blank) {
                end++;
            }
            String word = text.substring(at, end);
            result.append(blank ? word : linked(word, length, noFollow, budget));
            budget.output(result.length(), end - at);
            at = end;
        }
        return result.toString();
    }

    private static String linked(String word, int length, boolean noFollow, Budget budget) {
        Match match = WITHOUT_PUNCTUATION.find(word, 0, budget::step);
        String group = match == null ? word : match.group(1);
        String url = group == null ? word : group;
        String shown = url.substring(0, Math.min(length, url.length()));
        if (WEB.find(url, 0, budget::step) != null) {
            return link(url, shown, noFollow);
        }
        if (url.startsWith("www.")) {
            return link("http://" + url, shown, noFollow);
        }
        if (MAIL.find(url, 0, budget::step) != null) {
            return link("mailto:" + url, url, false);
        }
        return DOMAIN.find(url, 0, budget::step) != null ? link("http://" + url, shown, noFollow) : word;
    }

    private static String link(String target, String shown, boolean noFollow) {
        return "<a href=\"" + target + "\"" + (noFollow ? " rel=\"nofollow\"" : "") + ">" + shown + "</a>";
    }

    static Object urlEncode(@Nullable Object value, Arguments arguments, Budget budget) {
        return switch (value) {
            case Map<?, ?> map -> {
                StringJoiner pairs = new StringJoiner("&");
                map.forEach((key, item) -> pairs.add(encoded(key, budget) + "=" + encoded(item, budget)));
                yield pairs.toString();
            }
            case List<?> list -> {
                StringJoiner pairs = new StringJoiner("&");
                for (Object pair : list) {
                    List<@Nullable Object> parts = Values.list(pair, "\"urlencode\" of a list");
                    pairs.add(encoded(at(parts, 0), budget) + "=" + encoded(at(parts, 1), budget));
                }
                yield pairs.toString();
            }
            case null, default -> encoded(Inputs.text(value, "urlencode"), budget);
        };
    }

    private static @Nullable Object at(List<@Nullable Object> parts, int index) {
        return index < parts.size() ? parts.get(index) : Undefined.UNDEFINED;
    }

    /** JavaScript's {@code encodeURIComponent}. */
    private static String encoded(@Nullable Object value, Budget budget) {
        String text = Conversions.text(value, budget);
        budget.text(3L * text.length());
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (plain || UNESCAPED.indexOf(c) >= 0) {
                result.appendCodePoint(c);
            } else {
                escape(c, result);
            }
        });
        return result.toString();
    }

    private static void escape(int codePoint, StringBuilder result) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("\"urlencode\" met half of a character.");
        }
        for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            result.append('%')
                    .append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
        }
    }
}
