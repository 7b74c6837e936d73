package dev.slipway.kustomize.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which part of a text is meant.
 *
 * @param delimiter between the parts; empty for the whole text
 * @param index of the part, from 0; in a target below 0 before the first one, beyond the last one after it
 * @param create whether fields that are missing are made
 */
public record Options(String delimiter, int index, boolean create) {

    public static final Options NONE = new Options("", 0, false);

    /** @throws IllegalArgumentException if there is no such part */
    String part(String text) {
        List<String> parts = parts(text);
        if (index < 0 || index >= parts.size()) {
            throw new IllegalArgumentException(
                    "options.index " + index + " is none of the " + parts.size() + " parts of \"" + text + "\"");
        }
        return parts.get(index);
    }

    String with(String text, String part) {
        List<String> parts = parts(text);
        if (index < 0) {
            parts.addFirst(part);
        } else if (index >= parts.size()) {
            parts.add(part);
        } else {
            parts.set(index, part);
        }
        return String.join(delimiter, parts);
    }

    private List<String> parts(String text) {
        return new ArrayList<>(List.of(text.split(Pattern.quote(delimiter), -1)));
    }
}
