package dev.slipway.helm.values;

import dev.slipway.helm.format.JsonText;
import dev.slipway.helm.format.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Helm's {@code --set}: {@code name=value} with commas between; keys with dots and indices, lists in braces, {@code \} before what shall
 * not mean anything.
 */
public final class SetExpression {
    private static final int LARGEST_INDEX = 65_536;
    private static final int DEEPEST = 30;
    private static final int END = -1;

    private final String text;
    private final Function<String, @Nullable Object> reader;
    private final boolean json;
    private int at;

    /** The last character that was read, and what stood before it. */
    private record Piece(String text, int last) {}

    private SetExpression(String text, Function<String, @Nullable Object> reader, boolean json) {
        this.text = text;
        this.reader = reader;
        this.json = json;
    }

    /** Values that look like numbers, truth values or null become them. */
    public static void set(String expression, Map<String, @Nullable Object> into) {
        new SetExpression(expression, SetExpression::typed, false).parse(into);
    }

    /** Every value is a text. */
    public static void setString(String expression, Map<String, @Nullable Object> into) {
        new SetExpression(expression, value -> value, false).parse(into);
    }

    /** Values are JSON. */
    public static void setJson(String expression, Map<String, @Nullable Object> into) {
        new SetExpression(expression, value -> value, true).parse(into);
    }

    /** One path gets a text, whatever stands in it. */
    public static void setText(String path, String value, Map<String, @Nullable Object> into) {
        new SetExpression(path + "=x", _ -> value, false).parse(into);
    }

    /** {@code path=text}, nothing in the text meaning anything. */
    public static void setLiteral(String expression, Map<String, @Nullable Object> into) {
        int equals = expression.indexOf('=');
        if (equals < 0) {
            throw wrong("key \"" + expression + "\" has no value");
        }
        setText(expression.substring(0, equals), expression.substring(equals + 1), into);
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }

    private void parse(Map<String, @Nullable Object> into) {
        boolean more = true;
        while (more) {
            more = key(into, 0);
        }
    }

    /** @return whether there may be more */
    private boolean key(Map<String, @Nullable Object> data, int depth) {
        Piece piece = until("=[,.");
        String key = piece.text();
        return switch (piece.last()) {
            case END -> {
                if (!key.isEmpty()) {
                    throw wrong("key \"" + key + "\" has no value");
                }
                yield false;
            }
            case '[' -> {
                List<@Nullable Object> list = data.containsKey(key) ? list(data.get(key), key) : new ArrayList<>();
                item(list, index(), depth);
                put(data, key, list);
                yield true;
            }
            case '=' -> {
                put(data, key, value());
                yield true;
            }
            case ',' -> throw wrong("key \"" + key + "\" has no value (cannot end with ,)");
            default -> nested(data, key, depth);
        };
    }

    private boolean nested(Map<String, @Nullable Object> data, String key, int depth) {
        if (depth + 1 > DEEPEST) {
            throw wrong("value name nested level is greater than maximum supported nested level of " + DEEPEST);
        }
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        if (data.containsKey(key)) {
            Map<String, @Nullable Object> there = Values.map(data.get(key));
            if (there == null) {
                throw wrong("\"" + key + "\" is no map, so that nothing below it can be set");
            }
            inner = there;
        }
        boolean more = key(inner, depth + 1);
        if (more && inner.isEmpty()) {
            throw wrong("key map \"" + key + "\" has no value");
        }
        if (!inner.isEmpty()) {
            put(data, key, inner);
        }
        return more;
    }

    private static void put(Map<String, @Nullable Object> data, String key, @Nullable Object value) {
        if (!key.isEmpty()) {
            data.put(key, value);
        }
    }

    private static List<@Nullable Object> list(@Nullable Object value, String key) {
        List<@Nullable Object> list = Values.list(value);
        if (list == null) {
            throw wrong("\"" + key + "\" is no list, so that no index of it can be set");
        }
        return new ArrayList<>(list);
    }

    private int index() {
        Piece piece = until("]");
        if (piece.last() == END || !piece.text().matches("[+-]?[0-9]{1,9}")) {
            throw wrong("error parsing index: \"" + piece.text() + "\" is no number before a ]");
        }
        int index = Integer.parseInt(piece.text());
        if (index < 0) {
            throw wrong("negative " + index + " index not allowed");
        }
        if (index > LARGEST_INDEX) {
            throw wrong("index of " + index + " is greater than maximum supported index of " + LARGEST_INDEX);
        }
        return index;
    }

    private void item(List<@Nullable Object> list, int index, int depth) {
        Piece piece = until("[.=");
        if (!piece.text().isEmpty()) {
            throw wrong("unexpected data at end of array index: \"" + piece.text() + "\"");
        }
        Object there = index < list.size() ? list.get(index) : null;
        switch (piece.last()) {
            case END -> {}
            case '=' -> put(list, index, value());
            case '[' -> {
                List<@Nullable Object> inner = there == null ? new ArrayList<>() : list(there, "[" + index + "]");
                item(inner, index(), depth);
                put(list, index, inner);
            }
            default -> {
                Map<String, @Nullable Object> map = Values.map(there);
                Map<String, @Nullable Object> inner = map == null ? new LinkedHashMap<>() : map;
                key(inner, depth);
                put(list, index, inner);
            }
        }
    }

    private static void put(List<@Nullable Object> list, int index, @Nullable Object value) {
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }

    private @Nullable Object value() {
        if (json) {
            return jsonValue();
        }
        if (at == text.length()) {
            return "";
        }
        if (text.charAt(at) == '{') {
            at++;
            return listValue();
        }
        return reader.apply(until(",").text());
    }

    private List<@Nullable Object> listValue() {
        List<@Nullable Object> list = new ArrayList<>();
        while (true) {
            Piece piece = until(",}");
            if (piece.last() == END) {
                throw wrong("list must terminate with '}'");
            }
            list.add(reader.apply(piece.text()));
            if (piece.last() == '}') {
                at += at < text.length() && text.charAt(at) == ',' ? 1 : 0;
                return list;
            }
        }
    }

    private @Nullable Object jsonValue() {
        if (endsHere()) {
            return null;
        }
        JsonText.Prefix prefix = JsonText.prefix(text.substring(at));
        at += prefix.end();
        endsHere();
        return prefix.value();
    }

    /** Passes over blanks and one comma. */
    private boolean endsHere() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        return at == text.length();
    }

    private Piece until(String stops) {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (stops.indexOf(c) >= 0) {
                return new Piece(out.toString(), c);
            }
            if (c == '\\') {
                if (at == text.length()) {
                    break;
                }
                c = text.charAt(at++);
            }
            out.append(c);
        }
        return new Piece(out.toString(), END);
    }

    /** Whole numbers are Integers where they fit: the sign of Go's int64 for {@code kindOf}. */
    private static @Nullable Object typed(String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.equalsIgnoreCase("true");
        }
        if (value.equalsIgnoreCase("null")) {
            return null;
        }
        if (value.equals("0")) {
            return 0;
        }
        if (value.matches("[+-]?[0-9]{1,19}") && !value.startsWith("0")) {
            try {
                long number = Long.parseLong(value);
                return number == (int) number ? (Object) (int) number : (Object) number;
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return value;
    }
}
