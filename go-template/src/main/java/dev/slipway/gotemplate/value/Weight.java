package dev.slipway.gotemplate.value;

import dev.slipway.gotemplate.Call;
import dev.slipway.gotemplate.GoObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many characters a value is at most, copied or written in any of the notations that functions write: what stands in it twice counts
 * twice, as it is written twice.
 */
public final class Weight {

    /** The longest that escaping makes of one character. */
    private static final int ESCAPED = 6;

    /** An element becomes a small object of its own in many a copy. */
    private static final long ELEMENT = 2 * Call.ELEMENT;

    private final long most;
    private long sum;

    private Weight(long most) {
        this.most = most;
    }

    /** @param most where to stop: values that hold themselves have no end; the result is more than that then */
    public static long of(@Nullable Object value, long most) {
        Weight weight = new Weight(most);
        weight.add(value, 0);
        return weight.sum;
    }

    private void add(@Nullable Object value, int depth) {
        switch (value) {
            case String text -> add(text, depth);
            case byte[] bytes -> sum += 2L * bytes.length;
            case Map<?, ?> map -> add(map, depth);
            case List<?> list -> add(list, depth);
            case GoObject object -> sum += 4 * Call.ENTRY;
            case null, default -> sum += ELEMENT;
        }
    }

    private void add(String text, int depth) {
        sum += text.length();
        for (int i = 0; i < text.length() && sum <= most; i++) {
            char c = text.charAt(i);
            if (c == '\n') sum += 1 + indentation(depth);
            else if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&' || c == '=') sum += ESCAPED - 1;
            else if (c == '"' || c == '\'' || c == '\\') sum++;
        }
    }

    private void add(Map<?, ?> map, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (sum > most) return;
            sum += Call.ENTRY + indentation(depth);
            if (entry.getKey() instanceof String key) add(key, 0);
            add(entry.getValue(), depth + 1);
        }
    }

    private void add(List<?> list, int depth) {
        for (Object element : list) {
            if (sum > most) return;
            sum += ELEMENT + indentation(depth);
            add(element, depth + 1);
        }
    }

    private static long indentation(int depth) {
        return 2L * depth;
    }
}
