package dev.slipway.template.regex;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a regular expression, or a plain text, was found. */
public final class Match {

    private final String text;
    private final int[] groups;
    private final Map<String, Integer> names;

    /** Each group is a pair of offsets, or of -1; the first is the whole match. */
    Match(String text, int[] groups, Map<String, Integer> names) {
        this.text = text;
        this.groups = groups;
        this.names = names;
    }

    /** The match of a plain text. */
    public static Match of(String text, int start, int end) {
        return new Match(text, new int[] {start, end}, Map.of());
    }

    public int start() {
        return groups[0];
    }

    public int end() {
        return groups[1];
    }

    public boolean isEmpty() {
        return start() == end();
    }

    /** How many groups there are beside the whole match. */
    public int groups() {
        return groups.length / 2 - 1;
    }

    /** What a group matched, or null if it took no part. */
    public @Nullable String group(int number) {
        int start = groups[2 * number];
        return start < 0 ? null : text.substring(start, groups[2 * number + 1]);
    }

    public boolean hasNames() {
        return !names.isEmpty();
    }

    public @Nullable String group(String name) {
        Integer number = names.get(name);
        return number == null ? null : group(number);
    }
}
