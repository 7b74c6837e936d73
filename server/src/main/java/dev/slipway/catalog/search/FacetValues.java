package dev.slipway.catalog.search;

import java.util.Locale;
import java.util.Map;

/** The values of a field to count, one a row named {@code value}: of {@code e}, whose document is {@code json} as well. */
final class FacetValues {

    private static final String TAGS = "metadata.tags";

    /** What stands in a column as files write it. */
    private static final Map<String, String> WRITTEN = Map.of(
            "kind", "coalesce(e.written_kind, e.kind)",
            "metadata.name", "e.json #>> '{metadata,name}'",
            "metadata.title", "e.title",
            "spec.type", "coalesce(e.written_type, e.type)",
            "spec.lifecycle", "coalesce(e.written_lifecycle, e.lifecycle)");

    private FacetValues() {}

    /** Whether {@link #written} or {@link #lower} looks into the document. */
    static boolean isInDocument(String written) {
        String field = written.toLowerCase(Locale.ROOT);
        return field.equals("metadata.name")
                || !(Fields.hasColumn(field) || field.equals(TAGS) || RelationFilters.isOne(field));
    }

    /** As files write them, or as the references of relations are. */
    static Sql written(String written) {
        String field = written.toLowerCase(Locale.ROOT);
        return WRITTEN.containsKey(field) ? Sql.of("select " + WRITTEN.get(field)) : values(written, field);
    }

    /** Those of columns in lower case, so that what filters take for the same is counted together. */
    static Sql lower(String written) {
        String field = written.toLowerCase(Locale.ROOT);
        return Fields.hasColumn(field) ? Sql.of("select " + Fields.column(field)) : values(written, field);
    }

    private static Sql values(String written, String field) {
        if (Fields.hasColumn(field)) {
            return Sql.of("select " + Fields.column(field));
        }
        if (RelationFilters.isOne(field)) {
            return RelationFilters.others(field);
        }
        return field.equals(TAGS) ? Sql.of("select unnest(e.tags)") : inDocument(written, field);
    }

    /** At its usual place, or wherever in the document it is. */
    private static Sql inDocument(String written, String field) {
        return Sql.of("select item #>> '{}' from (select e.json #> ?::text[]) as at (node),", (Object)
                        FieldPath.of(written))
                .then(Sql.of("""
                         jsonb_array_elements(case jsonb_typeof(node) when 'array' then node else jsonb_build_array(node) end) item
                            where jsonb_typeof(item) not in ('null', 'object', 'array') and char_length(item #>> '{}') <= 200
                        union all select value from catalog_written(e.document, ?)
                            where e.json #> ?::text[] is null and\s""", field, FieldPath.of(written)))
                .then(Sql.of(Fields.isThereByTerm(field)));
    }
}
