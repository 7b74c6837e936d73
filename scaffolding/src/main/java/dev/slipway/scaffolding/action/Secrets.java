package dev.slipway.scaffolding.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run was given and nobody may see: only a step's {@code input} and {@code each} can use it, and whatever is written down of the
 * run has {@code ***} in its place. Safe to print: {@link #toString} shows no value.
 */
public final class Secrets {

    /** What stands for a secret. */
    public static final String MASK = "***";

    /** Shorter lines of a longer secret say nothing: a brace, a blank. */
    private static final int SHORTEST_LINE = 6;

    public static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, String> values;
    /** The longest first, so that a secret within another leaves nothing of it. */
    private final List<String> forms;

    public Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
        this.forms = values.values().stream()
                .flatMap(Secrets::formsOf)
                .filter(form -> !form.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The value itself, in a URL and in JSON; of several lines also each, as a log shows them one by one. */
    private static Stream<String> formsOf(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        Stream<String> whole =
                Stream.of(value, value.strip(), escaped, URLEncoder.encode(value, StandardCharsets.UTF_8));
        Stream<String> lines = value.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_LINE);
        return Stream.concat(whole, lines);
    }

    /** In order. */
    public Set<String> names() {
        return new TreeSet<>(values.keySet());
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The secret itself. */
    public Optional<String> reveal(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All of them by name, themselves. */
    public Map<String, String> reveal() {
        return values;
    }

    /** The text with {@value #MASK} in the place of each secret. */
    public String masked(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return masked;
    }

    /** The map with {@value #MASK} in the place of each secret, at any depth; numbers and truth values stay as they are. */
    public Map<String, @Nullable Object> masked(Map<String, ? extends @Nullable Object> map) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        map.forEach((key, value) -> masked.put(masked(key), maskedValue(value)));
        return masked;
    }

    private @Nullable Object maskedValue(@Nullable Object value) {
        return switch (value) {
            case String text -> masked(text);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> masked = new LinkedHashMap<>();
                map.forEach((key, item) -> masked.put(masked(String.valueOf(key)), maskedValue(item)));
                yield masked;
            }
            case List<?> list -> {
                List<@Nullable Object> masked = new ArrayList<>(list.size());
                list.forEach(item -> masked.add(maskedValue(item)));
                yield masked;
            }
            case null, default -> value;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secrets that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Secrets" + names();
    }
}
