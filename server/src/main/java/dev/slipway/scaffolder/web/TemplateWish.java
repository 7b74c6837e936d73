package dev.slipway.scaffolder.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for on the list of templates.
 *
 * @param marked whether only favourites are shown; null for all
 */
public record TemplateWish(
        @Nullable String q,
        @Nullable String type,
        @Nullable String tag,
        @Nullable Boolean marked) {

    public TemplateWish {
        q = Objects.requireNonNullElse(q, "");
        type = Objects.requireNonNullElse(type, "");
        tag = Objects.requireNonNullElse(tag, "");
    }

    boolean onlyMarked() {
        return Boolean.TRUE.equals(marked);
    }

    List<String> words() {
        return Arrays.stream(Objects.requireNonNullElse(q, "")
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Those that say something. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", Objects.requireNonNullElse(q, ""));
        parameters.put("type", Objects.requireNonNullElse(type, ""));
        parameters.put("tag", Objects.requireNonNullElse(tag, ""));
        parameters.put("marked", onlyMarked() ? "true" : "");
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
