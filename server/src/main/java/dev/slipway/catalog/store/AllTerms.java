package dev.slipway.catalog.store;

import java.util.List;

/**
 * The terms of some entities, one behind the other in one array: an array of arrays must be rectangular, and to parse half a million
 * numbers out of texts was a tenth of what the database did.
 */
final class AllTerms {

    private final long[] all;
    private final int[] first;
    private final int[] last;

    private AllTerms(int terms, int entities) {
        all = new long[terms];
        first = new int[entities];
        last = new int[entities];
    }

    static AllTerms of(List<EntityRow> rows) {
        int terms = rows.stream().mapToInt(row -> row.terms().size()).sum();
        AllTerms together = new AllTerms(terms, rows.size());
        int end = 0;
        for (int i = 0; i < rows.size(); i++) {
            Terms each = rows.get(i).terms();
            each.copyTo(together.all, end);
            together.first[i] = end + 1;
            end += each.size();
            together.last[i] = end;
        }
        return together;
    }

    long[] all() {
        return all;
    }

    /** Where each entity's terms begin, from 1, as PostgreSQL counts. */
    int[] first() {
        return first;
    }

    /** Where they end, inclusive. */
    int[] last() {
        return last;
    }
}
