package dev.slipway.catalog.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays that {@code unnest} makes rows of again: one statement for a thousand rows. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object value = column.apply(rows.get(i));
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }

    static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        Integer[] numbers = new Integer[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = column.apply(rows.get(i));
        }
        return numbers;
    }

    /** Texts as PostgreSQL writes an array. */
    static String array(List<String> texts) {
        StringBuilder array = new StringBuilder("{");
        for (String text : texts) {
            array.append(array.length() == 1 ? "" : ",")
                    .append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }
}
