package dev.slipway.scaffolding.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a place in a value as lodash's {@code get} does: {@code a[0].b}, {@code a.0.b}, {@code a['x.y']}, or a list of keys. */
final class PropertyPath {

    private static final Pattern PART =
            Pattern.compile("[^.\\[\\]]+|\\[(?:(-?\\d+(?:\\.\\d+)?)|([\"'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2)]");

    private PropertyPath() {}

    /** The filter {@code pick(path, default)}. */
    static @Nullable Object pick(@Nullable Object value, Arguments arguments) {
        Object path = arguments.get(0, "path").orElse("");
        Object found = value;
        for (String part : parts(value, path)) {
            found = member(found, part);
        }
        return found == Undefined.UNDEFINED ? arguments.get(1, "default").orElse(found) : found;
    }

    private static List<String> parts(@Nullable Object value, Object path) {
        if (path instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = path.toString();
        if (value instanceof Map<?, ?> map && map.containsKey(text)) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            parts.add(
                    part.group(2) != null
                            ? part.group(3).replaceAll("\\\\(.)", "$1")
                            : part.group(1) != null ? part.group(1) : part.group());
        }
        return parts.isEmpty() ? List.of(text) : parts;
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : Undefined.UNDEFINED;
            case List<?> list -> name.equals("length") ? (Object) (long) list.size() : at(name, list.size(), list::get);
            case String text ->
                name.equals("length")
                        ? (Object) (long) text.length()
                        : at(name, text.length(), index -> String.valueOf(text.charAt(index)));
            case null, default -> Undefined.UNDEFINED;
        };
    }

    private static @Nullable Object at(String name, int size, IntFunction<@Nullable Object> item) {
        return name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < size
                ? item.apply(Integer.parseInt(name))
                : Undefined.UNDEFINED;
    }
}
