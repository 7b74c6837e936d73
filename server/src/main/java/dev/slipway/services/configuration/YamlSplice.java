package dev.slipway.services.configuration;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Edits of a YAML text that leave every other byte as it is. */
final class YamlSplice {

    /** What every dialect of YAML reads as a text without quotes, unless it is one of {@link #NOT_TEXT}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");

    private static final Set<String> NOT_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private static final int INDENTATION = 2;

    private YamlSplice() {}

    /** A scalar that stands for exactly this text. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                point < 0x20 || point == 0x7F || point == 0x85 || point == 0x2028 || point == 0x2029
                        ? String.format("\\u%04X", point)
                        : Character.toString(point);
        };
    }

    static String replace(String text, YamlScalar scalar, String value) {
        String before = text.substring(0, scalar.span().start());
        String old = text.substring(scalar.span().start(), scalar.span().end());
        String lineEnd = old.endsWith("\r\n") ? "\r\n" : old.endsWith("\n") ? "\n" : "";
        return before + scalar(value) + lineEnd + text.substring(scalar.span().end());
    }

    /** @param lines of the new item, without indentation and dash */
    static String append(String text, YamlList list, List<String> lines) {
        if (isFlow(text, list)) {
            return appendToFlow(text, list, lines);
        }
        YamlValue last = list.items().getLast();
        int dash = dash(text, last);
        String indentation = " ".repeat(dash - lineStart(text, dash));
        int at = lineEnd(text, lastScalarEnd(last));
        String item = block(indentation, lines, newline(text));
        return at > 0 && text.charAt(at - 1) == '\n'
                ? text.substring(0, at) + item.stripTrailing() + newline(text) + text.substring(at)
                : text.substring(0, at) + newline(text) + item.stripTrailing() + text.substring(at);
    }

    private static String appendToFlow(String text, YamlList list, List<String> lines) {
        if (list.items().isEmpty()) {
            String line = text.substring(
                    lineStart(text, list.span().start()), list.span().start());
            int indentation = line.length() - line.stripLeading().length() + INDENTATION;
            String item = block(" ".repeat(indentation), lines, newline(text));
            return text.substring(0, list.span().start()).stripTrailing()
                    + newline(text)
                    + item.stripTrailing()
                    + text.substring(list.span().end());
        }
        String item = lines.size() == 1 ? lines.getFirst() : "{" + String.join(", ", lines) + "}";
        int at = list.items().getLast().span().end();
        return text.substring(0, at) + ", " + item + text.substring(at);
    }

    /** Takes an item away, with the lines it stands on; the list stays, be it empty. */
    static String remove(String text, YamlList list, int index) {
        if (isFlow(text, list)) {
            return removeFromFlow(text, list, index);
        }
        YamlValue item = list.items().get(index);
        int start = lineStart(text, dash(text, item));
        int end = lineEnd(text, lastScalarEnd(item));
        end = end < text.length() && (end == 0 || text.charAt(end - 1) != '\n') ? text.indexOf('\n', end) + 1 : end;
        if (list.items().size() > 1) {
            return text.substring(0, start) + text.substring(end);
        }
        String before = text.substring(0, start).stripTrailing();
        return before + " []" + newline(text) + text.substring(end);
    }

    private static String removeFromFlow(String text, YamlList list, int index) {
        YamlValue item = list.items().get(index);
        boolean last = index == list.items().size() - 1;
        int start = last && index > 0
                ? list.items().get(index - 1).span().end()
                : item.span().start();
        int end = last ? item.span().end() : list.items().get(index + 1).span().start();
        return text.substring(0, start) + text.substring(end);
    }

    private static boolean isFlow(String text, YamlList list) {
        return text.charAt(list.span().start()) == '[';
    }

    private static String block(String indentation, List<String> lines, String newline) {
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            item.append(indentation)
                    .append(i == 0 ? "- " : "  ")
                    .append(lines.get(i))
                    .append(newline);
        }
        return item.toString();
    }

    private static int dash(String text, YamlValue item) {
        return text.lastIndexOf('-', item.span().start() - 1);
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** The end of the line of which {@code at} is the end or lies within; before its line break. */
    private static int lineEnd(String text, int at) {
        if (at > 0 && text.charAt(at - 1) == '\n') {
            return at;
        }
        int end = text.indexOf('\n', at);
        if (end < 0) {
            return text.length();
        }
        return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** A block ends where the next one begins; its last scalar knows better. */
    private static int lastScalarEnd(YamlValue value) {
        return switch (value) {
            case YamlScalar scalar -> scalar.span().end();
            case YamlList list ->
                list.items().isEmpty()
                        ? list.span().end()
                        : lastScalarEnd(list.items().getLast());
            case YamlMap map ->
                map.entries().isEmpty()
                        ? map.span().end()
                        : lastScalarEnd(map.entries().getLast().value());
        };
    }

    private static String newline(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
