package dev.slipway.catalog.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the value of a field is. */
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

    private static final String TAGS = "metadata.tags";

    private static final Set<String> NEVER_NULL =
            Set.of("kind", "metadata.name", "metadata.namespace", "metadata.uid", "metadata.etag");

    /** PostgreSQL takes such a step of a path for a place in a list. */
    private static final Pattern INDEX = Pattern.compile("\\s*[+-]?[0-9]+\\s*");

    private Fields() {}

    /** The field's value as one lower-case text; a list's as its JSON. */
    static Sql value(String field) {
        String column = COLUMNS.get(field);
        return column != null
                ? Sql.of(column)
                : Sql.of("catalog_lower(e.document::jsonb #>> ?::text[])", (Object) path(field));
    }

    /** Whether every entity has its value in a column. */
    static boolean isColumn(String field) {
        return NEVER_NULL.contains(field);
    }

    /** The field's value as filters see it, null where it is longer; null also where only {@link #found} can tell. */
    static Sql brief(String field) {
        String column = COLUMNS.get(field);
        if (column != null) {
            return field.equals("metadata.title")
                    ? Sql.of("case when char_length(e.title) <= 200 then " + column + " end")
                    : Sql.of(column);
        }
        return quick(
                field,
                "case when json_typeof(node) not in ('object', 'array') and char_length(node #>> '{}') <= 200"
                        + " then catalog_lower(node #>> '{}') end");
    }

    /** Whether the field is there; null or false also where only {@link #found} can tell. */
    static Sql isThere(String field) {
        return quick(field, "json_typeof(node) not in ('object', 'array')");
    }

    private static Sql quick(String field, String result) {
        String[] path = path(field);
        return Arrays.stream(path).anyMatch(part -> INDEX.matcher(part).matches())
                ? Sql.of("null")
                : Sql.of(
                        "(select " + result + " from (select e.document::json #> ?::text[]) at (node))", (Object) path);
    }

    /** One of the field's values fulfils a condition on {@code value}, wherever in the document they are. */
    static Sql found(String field, Sql condition) {
        return Sql.of("exists (select from catalog_values(e.document, ?) found (value) where ", field)
                .then(condition)
                .then(Sql.of(")"));
    }

    /** Whether {@link #values} looks into the document. */
    static boolean isInDocument(String field) {
        return !COLUMNS.containsKey(field) && !field.equals(TAGS) && !RelationFilters.isOne(field);
    }

    /** The field's values, one a row, of a {@code from} item beside {@code e} with its document as {@code json}. */
    static Sql values(String field) {
        if (COLUMNS.containsKey(field)) {
            return Sql.of("(select " + COLUMNS.get(field) + ") as found (value)");
        }
        if (RelationFilters.isOne(field)) {
            return RelationFilters.others(field).within("").then(Sql.of(" as found (value)"));
        }
        return field.equals(TAGS) ? Sql.of("unnest(e.tags) as found (value)") : Sql.of("""
                        (select item #>> '{}' from (select e.json #> ?::text[]) as at (node),
                            jsonb_array_elements(case jsonb_typeof(node) when 'array' then node else jsonb_build_array(node) end) item
                            where jsonb_typeof(item) not in ('null', 'object', 'array')) as found (value)
                        """, (Object) path(field));
    }

    /** Keys with dots stand in annotations and labels alone, behind the second dot. */
    private static String[] path(String field) {
        String[] parts = field.split("\\.", -1);
        boolean keyed = parts.length > 3
                && parts[0].equals("metadata")
                && (parts[1].equals("annotations") || parts[1].equals("labels"));
        return keyed
                ? new String[] {
                    parts[0], parts[1], String.join(".", Arrays.asList(parts).subList(2, parts.length))
                }
                : parts;
    }
}
