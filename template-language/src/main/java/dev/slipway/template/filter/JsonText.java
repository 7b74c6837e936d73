package dev.slipway.template.filter;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.SafeText;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code JSON.stringify(value, null, indent)}. */
final class JsonText {

    private static final int DEEPEST = 100;

    private final String indent;
    private final Budget budget;
    private final StringBuilder output = new StringBuilder();

    JsonText(String indent, Budget budget) {
        this.indent = indent;
        this.budget = budget;
    }

    String of(@Nullable Object value) {
        write(value, 0);
        return output.toString();
    }

    private void write(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A value is nested more than " + DEEPEST + " levels deep.");
        }
        int before = output.length();
        switch (value) {
            case Boolean bool -> output.append(bool);
            case Number number -> output.append(Double.isFinite(number.doubleValue()) ? Numbers.print(number) : "null");
            case String text -> quote(text);
            case List<?> list -> writeList(list, depth);
            case Map<?, ?> map -> writeMap(map, depth);
            case SafeText safe -> quote(safe.text());
            case Regex _ -> output.append("{}");
            case null, default -> output.append("null");
        }
        budget.output(output.length(), value instanceof List || value instanceof Map ? 1 : output.length() - before);
    }

    private void writeList(List<?> list, int depth) {
        output.append('[');
        boolean first = true;
        for (Object item : list) {
            separate(first, depth + 1);
            first = false;
            write(item, depth + 1);
        }
        close(first, depth, ']');
    }

    private void writeMap(Map<?, ?> map, int depth) {
        output.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() != Undefined.UNDEFINED && !(entry.getValue() instanceof Function)) {
                separate(first, depth + 1);
                first = false;
                quote(String.valueOf(entry.getKey()));
                output.append(indent.isEmpty() ? ":" : ": ");
                write(entry.getValue(), depth + 1);
            }
        }
        close(first, depth, '}');
    }

    private void separate(boolean first, int depth) {
        output.append(first ? "" : ",");
        lineBreak(depth);
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            lineBreak(depth);
        }
        output.append(bracket);
    }

    private void lineBreak(int depth) {
        if (!indent.isEmpty()) {
            output.append('\n').append(indent.repeat(depth));
        }
    }

    private void quote(String text) {
        output.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> output.append("\\\"");
                case '\\' -> output.append("\\\\");
                case '\n' -> output.append("\\n");
                case '\r' -> output.append("\\r");
                case '\t' -> output.append("\\t");
                case '\b' -> output.append("\\b");
                case '\f' -> output.append("\\f");
                default -> {
                    if (c < 0x20 || isHalf(text, i)) {
                        output.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        output.append(c);
                    }
                }
            }
        }
        output.append('"');
    }

    /** Whether there is half of a surrogate pair. */
    private static boolean isHalf(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
