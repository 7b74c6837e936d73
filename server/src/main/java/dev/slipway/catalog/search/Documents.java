package dev.slipway.catalog.search;

/** Which documents of entities are read, as SQL that is null for the others. The length of a text is known without reading it. */
enum Documents {
    ALL("e.document"),
    /** Those of which many may be in memory for each of many requests. */
    SMALL("case when octet_length(e.document) <= %d then e.document end".formatted(256 << 10)),
    /** The first that are not much together. */
    LITTLE(first("", 1 << 20)),
    /** The first that are enough for one answer; the last one of them may go beyond. */
    PORTION(first(" - octet_length(e.document)", 16 << 20));

    private final String sql;

    Documents(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    private static String first(String less, int bytes) {
        return """
                case when sum(octet_length(e.document)) over (order by wanted.place rows unbounded preceding)%s <= %d then e.document end
                """.formatted(less, bytes);
    }
}
