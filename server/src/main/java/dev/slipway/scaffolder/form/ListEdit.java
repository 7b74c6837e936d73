package dev.slipway.scaffolder.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the buttons of a list do to the answers. */
final class ListEdit {

    private ListEdit() {}

    /** The answers afterwards; as they were for a command or place that there is not. */
    static Map<String, @Nullable Object> apply(Map<String, @Nullable Object> values, String command) {
        int colon = command.indexOf(':');
        if (colon < 0 || command.startsWith(EntryRows.DROP)) {
            return values;
        }
        String path = command.substring(colon + 1);
        return map(edited(values, List.of(path.split("\\.")), command.substring(0, colon)));
    }

    private static @Nullable Object edited(@Nullable Object value, List<String> path, String what) {
        if (path.isEmpty()) {
            return what.equals("add") ? added(value) : value;
        }
        List<String> rest = path.subList(1, path.size());
        if (value instanceof List<?> list) {
            return list(list, path.getFirst(), rest, what);
        }
        if (value != null && !(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map(value));
        copy.put(path.getFirst(), edited(copy.get(path.getFirst()), rest, what));
        return copy;
    }

    private static List<@Nullable Object> added(@Nullable Object value) {
        List<@Nullable Object> more = new ArrayList<>(value instanceof List<?> list ? list : List.of());
        more.add(null);
        return more;
    }

    private static List<@Nullable Object> list(List<?> list, String at, List<String> rest, String what) {
        List<@Nullable Object> copy = new ArrayList<>(list);
        if (!at.matches("[0-9]{1,4}") || Integer.parseInt(at) >= copy.size()) {
            return copy;
        }
        int index = Integer.parseInt(at);
        if (rest.isEmpty() && !what.equals("add")) {
            move(copy, index, what);
        } else {
            copy.set(index, edited(copy.get(index), rest, what));
        }
        return copy;
    }

    private static void move(List<@Nullable Object> list, int index, String what) {
        switch (what) {
            case "remove" -> list.remove(index);
            case "up" -> Collections.swap(list, index, Math.max(0, index - 1));
            case "down" -> Collections.swap(list, index, Math.min(list.size() - 1, index + 1));
            default -> {}
        }
    }

    @SuppressWarnings("unchecked") // answers are maps with texts as keys
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
