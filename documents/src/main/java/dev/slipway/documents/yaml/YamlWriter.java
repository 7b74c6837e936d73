package dev.slipway.documents.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes plain Java values as block YAML that people like to read: keys in the given order, two spaces per level. */
public final class YamlWriter {

    private static final String INDENTATION = "  ";

    private YamlWriter() {}

    /**
     * One document, ending in a line break.
     *
     * @param value a Map with text keys, List, String, Integer, Long, BigInteger, Double, Boolean or null
     */
    public static String text(@Nullable Object value) {
        return String.join("\n", lines(value)) + "\n";
    }

    /** A scalar on one line, quoted where YAML 1.1 or 1.2 would read something else than this value. */
    public static String scalar(@Nullable Object value) {
        return ScalarText.of(value);
    }

    /** The value on one line, with brackets. */
    static String flow(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> ScalarText.of(entry.getKey()) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
            case null, default -> ScalarText.of(value);
        };
    }

    static List<String> lines(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> mapLines(map);
            case List<?> list when !list.isEmpty() -> listLines(list);
            case null, default -> List.of(flow(value));
        };
    }

    static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || (value instanceof List<?> list && !list.isEmpty());
    }

    private static List<String> mapLines(Map<?, ?> map) {
        List<String> lines = new ArrayList<>();
        map.forEach((key, value) -> lines.addAll(entryLines(ScalarText.of(String.valueOf(key)) + ":", value)));
        return lines;
    }

    /** A key with its value; what needs lines of its own stands below it. */
    static List<String> entryLines(String key, @Nullable Object value) {
        List<String> lines = new ArrayList<>();
        if (isBlock(value)) {
            lines.add(key);
            lines(value).forEach(line -> lines.add(INDENTATION + line));
        } else if (value instanceof String text && isLiteral(text)) {
            lines.add(key + (text.endsWith("\n") ? " |" : " |-"));
            text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : INDENTATION + line));
        } else {
            lines.add(key + " " + flow(value));
        }
        return lines;
    }

    private static List<String> listLines(List<?> list) {
        List<String> lines = new ArrayList<>();
        for (Object item : list) {
            List<String> below = lines(item);
            lines.add("- " + below.getFirst());
            below.stream().skip(1).forEach(line -> lines.add(line.isEmpty() ? "" : INDENTATION + line));
        }
        return lines;
    }

    /** Several lines that a literal block keeps exactly. */
    private static boolean isLiteral(String text) {
        return text.indexOf('\n') > 0
                && !text.startsWith(" ")
                && !text.endsWith("\n\n")
                && text.lines().allMatch(line -> ScalarText.isPrintable(line) && !line.endsWith(" "));
    }
}
