package dev.slipway.helm.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as Go's encoding/json does into an {@code interface{}}: every number a Double, the last of two equal keys. */
public final class JsonText {
    /** How many times as much memory as its text a value takes, where it is dense. */
    public static final long HELD = 4;

    private static final int DEEPEST = 1000;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is not JSON, in the words of Go */
    public static @Nullable Object read(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.unexpected("after top-level value");
        }
        return value;
    }

    /**
     * The value that a text begins with.
     *
     * @param end where it ends
     */
    public record Prefix(@Nullable Object value, int end) {}

    /** @throws IllegalArgumentException if it does not begin with JSON */
    public static Prefix prefix(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value(0);
        return new Prefix(value, reader.at);
    }

    private @Nullable Object value(int depth) {
        blanks();
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("exceeded max depth");
        }
        return switch (peek()) {
            case '{' -> map(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                throw unexpected("looking for beginning of object key string");
            }
            String key = string();
            blanks();
            expect(':', "after object key");
            map.put(key, value(depth + 1));
            blanks();
            if (peek() == '}') {
                at++;
                return map;
            }
            expect(',', "after object key:value pair");
        }
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            blanks();
            if (peek() == ']') {
                at++;
                return list;
            }
            expect(',', "after array element");
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                at--;
                throw unexpected("in string literal");
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw new IllegalArgumentException("unexpected end of JSON input");
                }
                String digits = text.substring(at, at + 4);
                if (!digits.matches("[0-9a-fA-F]{4}")) {
                    throw unexpected("in \\u hexadecimal character escape");
                }
                at += 4;
                yield (char) Integer.parseInt(digits, 16);
            }
            default -> {
                at--;
                throw unexpected("in string escape code");
            }
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw unexpected("in literal " + word + " (expecting '" + word.charAt(i) + "')");
            }
        }
        return value;
    }

    private static final java.util.regex.Pattern NUMBER =
            java.util.regex.Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private Double number() {
        var matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unexpected("looking for beginning of value");
        }
        at = matcher.end();
        return Double.valueOf(matcher.group());
    }

    private void expect(char expected, String where) {
        if (peek() != expected) {
            throw unexpected(where);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("unexpected end of JSON input");
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected(String where) {
        return new IllegalArgumentException("invalid character '" + text.charAt(at) + "' " + where);
    }
}
