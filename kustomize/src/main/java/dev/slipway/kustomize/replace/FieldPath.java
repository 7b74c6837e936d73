package dev.slipway.kustomize.replace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with dots: {@code spec.containers.[name=app].image}, {@code metadata.annotations.example\.com/a},
 * {@code metadata.annotations.[example.com/a]}, {@code spec.ports.0}, {@code spec.containers.*.image}. A dot in front or at
 * the end changes nothing.
 */
record FieldPath(List<String> segments) {
    private static final Pattern INDEX = Pattern.compile("[-+]?[0-9]{1,9}");

    FieldPath {
        segments = List.copyOf(segments);
    }

    static FieldPath parse(String path) {
        List<String> segments = new ArrayList<>();
        Iterator<String> parts = unescaped(path).iterator();
        while (parts.hasNext()) {
            String part = parts.next();
            if (part.startsWith("[") && !part.endsWith("]")) {
                segments.add(bracketed(part, parts));
            } else if (!part.isEmpty()) {
                segments.add(part);
            }
        }
        return new FieldPath(segments);
    }

    /** What the dots within brackets took apart; around the name of a field the brackets are not part of it. */
    private static String bracketed(String first, Iterator<String> following) {
        StringBuilder whole = new StringBuilder(first);
        boolean open = true;
        while (open && following.hasNext()) {
            String part = following.next();
            whole.append('.').append(part);
            open = !part.endsWith("]");
        }
        return whole.indexOf("=") >= 0 ? whole.toString() : whole.toString().replaceAll("^[\\[\\]]+|[\\[\\]]+$", "");
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

    /** Whether brackets stand around what selects nothing. */
    static boolean isMalformed(String segment) {
        return segment.startsWith("[") && segment.endsWith("]") && !segment.contains("=");
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
