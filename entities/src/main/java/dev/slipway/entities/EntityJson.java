package dev.slipway.entities;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entity's fields as JSON. By itself, as a library's generator is so much code that a server that has just started was
 * busy with compiling it for longer than with all that it wrote.
 */
public final class EntityJson {

    private static final String ESCAPED = "\b\t\n\f\r\"\\";
    private static final String LETTERS = "btnfr\"\\";

    private final StringBuilder json = new StringBuilder(2048);

    private EntityJson() {}

    /** Compact JSON, the fields in the order they were written. Expects finite numbers alone, as {@link EntityReader} takes. */
    public static String of(Map<String, @Nullable Object> document) {
        EntityJson writer = new EntityJson();
        writer.map(document);
        return writer.json.toString();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case Boolean _, Long _, BigInteger _, Double _ -> json.append(value);
            case null -> json.append("null");
            default -> text(value.toString());
        }
    }

    private void map(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(before);
            text(String.valueOf(entry.getKey()));
            json.append(':');
            value(entry.getValue());
            before = ',';
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private void list(List<?> list) {
        char before = '[';
        for (Object item : list) {
            json.append(before);
            value(item);
            before = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
    }

    private void text(String text) {
        json.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\') {
                json.append(text, written, i);
                escape(character);
                written = i + 1;
            }
        }
        json.append(text, written, text.length()).append('"');
    }

    private void escape(char character) {
        int letter = ESCAPED.indexOf(character);
        if (letter >= 0) {
            json.append('\\').append(LETTERS.charAt(letter));
        } else {
            json.append("\\u%04X".formatted((int) character));
        }
    }
}
