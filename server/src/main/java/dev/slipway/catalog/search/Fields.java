package dev.slipway.catalog.search;

import dev.slipway.catalog.store.Terms;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the value of a field is, in lower case as filters and orders see it. */
final class Fields {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("kind", "e.kind"),
            Map.entry("metadata.name", "e.name"),
            Map.entry("metadata.namespace", "e.namespace"),
            Map.entry("metadata.title", "catalog_lower(e.title)"),
            Map.entry("metadata.uid", "e.uid::text"),
            Map.entry("metadata.etag", "e.chunk::text"),
            Map.entry("spec.type", "e.type"),
            Map.entry("spec.lifecycle", "e.lifecycle"),
            Map.entry("relations.ownedby", "e.owner"),
            Map.entry("relations.partof", "e.system"));

    private static final Set<String> NEVER_NULL =
            Set.of("kind", "metadata.name", "metadata.namespace", "metadata.uid", "metadata.etag");

    private static final String SCALAR =
            "case when json_typeof(node) not in ('object', 'array') then catalog_lower(node #>> '{}') end";

    private Fields() {}

    /** The field's value to order by, of several the first. */
    static Sql value(String written) {
        String field = written.toLowerCase(Locale.ROOT);
        if (hasColumn(field)) {
            return Sql.of(column(field));
        }
        if (RelationFilters.isOne(field)) {
            return Sql.of("(select min(ref) from (")
                    .then(RelationFilters.others(field))
                    .then(Sql.of(") as found (ref))"));
        }
        return Sql.of("case when " + isThereByTerm(field) + " then coalesce(")
                .then(FieldPath.ask(written, SCALAR))
                .then(Sql.of(", (select min(value) from catalog_values(e.document, ?) found (value))) end", field));
    }

    /** One of the field's values is like a pattern. */
    static Sql like(String written, String pattern) {
        String field = written.toLowerCase(Locale.ROOT);
        Sql like = Sql.of(" like ?", pattern);
        if (hasColumn(field)) {
            return Sql.of(column(field)).then(like);
        }
        if (RelationFilters.isOne(field)) {
            return Sql.of("exists (select from (")
                    .then(RelationFilters.others(field))
                    .then(Sql.of(") as found (ref) where ref"))
                    .then(like)
                    .then(Sql.of(")"));
        }
        return Sql.of(isThereByTerm(field) + " and coalesce(")
                .then(FieldPath.ask(written, SCALAR).then(like))
                .then(Sql.of(", "))
                .then(found(field, Sql.of("value").then(like)))
                .then(Sql.of(")"))
                .within("");
    }

    /** Whether the field is there, by its term. */
    static String isThereByTerm(String field) {
        return "e.terms @> '{" + Terms.of(field) + "}'::bigint[]";
    }

    /** Whether a column has the field's value. */
    static boolean hasColumn(String field) {
        return COLUMNS.containsKey(field);
    }

    /** What the column says. */
    static String column(String field) {
        return COLUMNS.getOrDefault(field, "null");
    }

    /** Whether every entity has its value in a column. */
    static boolean isColumn(String field) {
        return NEVER_NULL.contains(field);
    }

    /** The field's value as filters see it, null where it is longer; null also where only {@link #found} can tell. */
    static Sql brief(String field) {
        if (hasColumn(field)) {
            return field.equals("metadata.title")
                    ? Sql.of("case when char_length(e.title) <= 200 then " + column(field) + " end")
                    : Sql.of(column(field));
        }
        return FieldPath.ask(
                field,
                "case when json_typeof(node) not in ('object', 'array') and char_length(node #>> '{}') <= 200"
                        + " then catalog_lower(node #>> '{}') end");
    }

    /** Whether the field is there; null or false also where only {@link #found} can tell. */
    static Sql isThere(String field) {
        return FieldPath.ask(field, "json_typeof(node) not in ('object', 'array')");
    }

    /** One of the field's values fulfils a condition on {@code value}, wherever in the document they are. */
    static Sql found(String field, Sql condition) {
        return Sql.of("exists (select from catalog_values(e.document, ?) found (value) where ", field)
                .then(condition)
                .then(Sql.of(")"));
    }
}
