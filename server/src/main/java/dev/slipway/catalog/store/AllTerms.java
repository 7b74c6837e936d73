package dev.slipway.catalog.store;

import java.util.List;

/**
 * The terms of some entities, one behind the other in one array: an array of arrays must be rectangular, and to parse half a million
 * numbers out of texts was a tenth of what the database did.
 *
 * @param first where each entity's terms begin, from 1, as PostgreSQL counts
 * @param last where they end, inclusive
 */
record AllTerms(long[] all, int[] first, int[] last) {

    static AllTerms of(List<EntityRow> rows) {
        long[] all = new long[rows.stream().mapToInt(row -> row.terms().size()).sum()];
        int[] first = new int[rows.size()];
        int[] last = new int[rows.size()];
        int end = 0;
        for (int i = 0; i < first.length; i++) {
            Terms terms = rows.get(i).terms();
            terms.copyTo(all, end);
            first[i] = end + 1;
            end += terms.size();
            last[i] = end;
        }
        return new AllTerms(all, first, last);
    }
}
