package dev.slipway.kustomize.replace;

import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a path means, and makes them when they are missing if it may. */
final class Finder {
    private final List<String> segments;
    private final @Nullable Supplier<@Nullable Object> missing;

    /** @param missing makes what a field holds that was not there; null when none is made */
    Finder(FieldPath path, @Nullable Supplier<@Nullable Object> missing) {
        this.segments = path.segments();
        this.missing = missing;
    }

    /** @throws IllegalArgumentException if a segment does not fit what is there, in words for people */
    List<Slot> find(Map<String, @Nullable Object> content) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("the path names no field");
        }
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("", content);
        return below(new Slot(root, "", false), 0);
    }

    private List<Slot> below(Slot slot, int depth) {
        if (depth == segments.size()) {
            return List.of(slot);
        }
        String segment = segments.get(depth);
        if (FieldPath.isIndex(segment)) {
            return index(list(slot, segment), Integer.parseInt(segment), depth);
        }
        if (FieldPath.isSelection(segment)) {
            return selection(list(slot, segment), segment, depth);
        }
        if (segment.equals("*")) {
            List<@Nullable Object> list = list(slot, segment);
            List<Slot> found = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                found.addAll(below(new Slot(list, i, false), depth + 1));
            }
            return found;
        }
        return field(slot, segment, depth);
    }

    private List<Slot> field(Slot slot, String name, int depth) {
        if (FieldPath.isMalformed(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is neither [field=value] nor a name with dots");
        }
        Map<String, @Nullable Object> map = Values.asMap(slot.get());
        if (map == null) {
            throw new IllegalArgumentException("\"" + name + "\" is looked for in what is not a map");
        }
        boolean made = map.get(name) == null;
        if (made) {
            if (missing == null) {
                return List.of();
            }
            map.put(name, made(depth));
        }
        return below(new Slot(map, name, made), depth + 1);
    }

    private @Nullable Object made(int depth) {
        if (depth + 1 == segments.size()) {
            return missing == null ? null : missing.get();
        }
        return FieldPath.isOfList(segments.get(depth + 1))
                ? new ArrayList<@Nullable Object>()
                : new LinkedHashMap<String, @Nullable Object>();
    }

    private static List<@Nullable Object> list(Slot slot, String segment) {
        List<@Nullable Object> list = Values.asList(slot.get());
        if (list == null) {
            throw new IllegalArgumentException("\"" + segment + "\" is looked for in what is not a list");
        }
        return list;
    }

    private List<Slot> index(List<@Nullable Object> list, int index, int depth) {
        boolean made = missing != null && index == list.size();
        if (made) {
            list.add(made(depth));
        }
        if (index < 0 || index >= list.size()) {
            throw new IllegalArgumentException("the list has " + list.size() + " entries, none at " + index);
        }
        return below(new Slot(list, index, made), depth + 1);
    }

    private List<Slot> selection(List<@Nullable Object> list, String segment, int depth) {
        int equals = segment.indexOf('=');
        String field = segment.substring(1, equals);
        String value = segment.substring(equals + 1, segment.length() - 1);
        List<Slot> found = matching(list, field, value, depth);
        if (!found.isEmpty() || missing == null) {
            return found;
        }
        if (field.isEmpty()) {
            list.add(value);
        } else {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put(field, value);
            list.add(entry);
        }
        return matching(list, field, value, depth);
    }

    private List<Slot> matching(List<@Nullable Object> list, String field, String value, int depth) {
        Pattern pattern = pattern(value);
        List<Slot> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String text = field.isEmpty() ? Values.text(list.get(i)) : Values.text(list.get(i), field);
            if (text != null && pattern.matcher(text).find()) {
                Slot entry = new Slot(list, i, false);
                found.addAll(field.isEmpty() ? List.of(entry) : below(entry, depth + 1));
            }
        }
        return found;
    }

    private static Pattern pattern(String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"" + value + "\" is not a regular expression", e);
        }
    }
}
