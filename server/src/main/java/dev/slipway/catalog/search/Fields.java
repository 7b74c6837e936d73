package dev.slipway.catalog.search;

import java.util.Arrays;
import java.util.Map;

/** Where the value of a field is. */
final class Fields {

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("kind", "e.kind"),
            Map.entry("metadata.name", "e.name"),
            Map.entry("metadata.namespace", "e.namespace"),
            Map.entry("metadata.title", "lower(e.title)"),
            Map.entry("metadata.uid", "e.uid::text"),
            Map.entry("metadata.etag", "e.chunk::text"),
            Map.entry("spec.type", "e.type"),
            Map.entry("spec.lifecycle", "e.lifecycle"),
            Map.entry("relations.ownedby", "e.owner"),
            Map.entry("relations.partof", "e.system"));

    private Fields() {}

    /** The field's value as one lower-case text; a list's as its JSON. */
    static Sql value(String field) {
        String column = COLUMNS.get(field);
        return column != null ? Sql.of(column) : Sql.of("lower(e.document::jsonb #>> ?::text[])", (Object) path(field));
    }

    /** The field's values, one a row, of a {@code from} item; the items of a list each for itself. */
    static Sql values(String field) {
        if (COLUMNS.containsKey(field)) {
            return Sql.of("(select " + COLUMNS.get(field) + ") as found (value)");
        }
        return field.equals("metadata.tags")
                ? Sql.of("unnest(e.tags) as found (value)")
                : Sql.of("""
                        (select item #>> '{}' from (select e.document::jsonb #> ?::text[]) as at (node),
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
