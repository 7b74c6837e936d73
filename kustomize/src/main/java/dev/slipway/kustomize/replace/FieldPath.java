package dev.slipway.kustomize.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with dots: {@code spec.containers.[name=app].image}, {@code metadata.annotations.example\.com/a},
 * {@code spec.ports.0}, {@code spec.containers.*.image}.
 */
record FieldPath(List<String> segments) {
    private static final Pattern INDEX = Pattern.compile("[-+]?[0-9]{1,9}");

    FieldPath {
        segments = List.copyOf(segments);
    }

    static FieldPath parse(String path) {
        List<String> segments = new ArrayList<>();
        StringBuilder open = null;
        for (String part : unescaped(path)) {
            if (open == null && !(part.startsWith("[") && !part.endsWith("]"))) {
                segments.add(part);
                continue;
            }
            open = open == null ? new StringBuilder(part) : open.append('.').append(part);
            if (part.endsWith("]")) {
                segments.add(open.toString());
                open = null;
            }
        }
        if (open != null) {
            segments.add(open.toString());
        }
        return new FieldPath(segments);
    }

    private static List<String> unescaped(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            boolean continues = !parts.isEmpty() && parts.getLast().endsWith("\\");
            if (continues) {
                String before = parts.removeLast();
                parts.add(before.substring(0, before.length() - 1) + "." + part);
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    static boolean isIndex(String segment) {
        return INDEX.matcher(segment).matches();
    }

    /** Whether it selects entries of a list: {@code [name=app]}, or {@code [=text]} for texts. */
    static boolean isSelection(String segment) {
        return segment.startsWith("[") && segment.endsWith("]") && segment.contains("=");
    }

    /** Whether the value before this segment is a list. */
    static boolean isOfList(String segment) {
        return isSelection(segment) || isIndex(segment);
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
