package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts taken apart at a separator, as Go's strings.SplitN. */
final class Splits {

    private Splits() {}

    /** @param limit the most parts, none for zero, all for a negative number; an empty separator takes characters apart */
    static List<@Nullable Object> of(Call call, String text, String separator, int limit) {
        if (limit == 0) {
            return new ArrayList<>();
        }
        if (separator.isEmpty()) {
            return characters(call, text, limit);
        }
        List<@Nullable Object> parts = new ArrayList<>();
        int start = 0;
        int end = text.indexOf(separator);
        while (end >= 0 && (limit < 0 || parts.size() < limit - 1)) {
            call.reserve(Call.ENTRY);
            parts.add(text.substring(start, end));
            start = end + separator.length();
            end = text.indexOf(separator, start);
        }
        call.reserve(Call.ENTRY + text.length());
        parts.add(text.substring(start));
        return parts;
    }

    private static List<@Nullable Object> characters(Call call, String text, int limit) {
        List<@Nullable Object> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean last = limit > 0 && parts.size() == limit - 1;
            int next = last ? text.length() : text.offsetByCodePoints(at, 1);
            call.reserve(Call.ENTRY + next - at);
            parts.add(text.substring(at, next));
            at = next;
        }
        return parts;
    }

    /** {@code {_0: …, _1: …}}. */
    static Map<String, @Nullable Object> numbered(Call call, List<@Nullable Object> parts) {
        call.reserve(Call.ENTRY * parts.size());
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            map.put("_" + i, parts.get(i));
        }
        return map;
    }
}
