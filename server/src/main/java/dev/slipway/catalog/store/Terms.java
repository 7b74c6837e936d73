package dev.slipway.catalog.store;

import dev.slipway.entities.EntityFields;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity's fields as numbers: one for each field and one for each field with its value. A filter is then a question about
 * one array with one index, instead of a row for each field.
 */
public final class Terms {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Different for nearly every entity and in a column of their own or hardly ever asked for: their values are no terms. */
    private static final Set<String> WITHOUT_VALUE =
            Set.of("metadata.name", "metadata.uid", "metadata.etag", "metadata.title", "metadata.description");

    private final long[] numbers;

    private Terms(long[] numbers) {
        this.numbers = numbers;
    }

    /** Whether a filter on this field's value cannot be answered from the terms. */
    public static boolean lackValuesOf(String field) {
        return WITHOUT_VALUE.contains(field);
    }

    /** The terms of a document. */
    public static Terms of(Map<String, @Nullable Object> document) {
        Set<Long> terms = new HashSet<>();
        EntityFields.each(document, (field, value) -> {
            terms.add(of(field));
            if (value != null && !lackValuesOf(field)) {
                terms.add(of(field, value));
            }
        });
        long[] numbers = new long[terms.size()];
        int next = 0;
        for (long term : terms) {
            numbers[next++] = term;
        }
        return new Terms(numbers);
    }

    int size() {
        return numbers.length;
    }

    /** Writes them into an array, from this index on. */
    void copyTo(long[] array, int from) {
        System.arraycopy(numbers, 0, array, from, numbers.length);
    }

    /** The term of a field that is there. */
    public static long of(String field) {
        return mixed(hash(BASIS, field));
    }

    /** The term of a field with this value, both in lower case. */
    public static long of(String field, String value) {
        return mixed(hash(hash(BASIS, field) * PRIME ^ '=', value));
    }

    /** FNV-1a over UTF-16 units. */
    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** Spreads the last characters over all bits. */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
