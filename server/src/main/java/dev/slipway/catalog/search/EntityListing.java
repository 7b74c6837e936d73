package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.entities.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lists show: the columns of entities, without their documents and relations. */
@Component
public class EntityListing {

    /** As {@link dev.slipway.entities.Entity#label()} has it. */
    private static final String COLUMNS = """
            e.ref, coalesce(e.title,
                case when e.kind in ('user', 'group') then e.document::json #>> '{spec,profile,displayName}' end),
            e.type, e.lifecycle, e.owner, e.system, e.tags
            """;

    private final JdbcClient database;
    private final EntitySearch search;
    private final FacetCounts facets;

    EntityListing(JdbcClient database, EntitySearch search, FacetCounts facets) {
        this.database = database;
        this.search = search;
        this.facets = facets;
    }

    /**
     * An entity in a line.
     *
     * @param title what people call it, where it says so
     * @param owner who the entity's file says owns it, as far as the file says it
     */
    public record Row(
            EntityRef ref,
            @Nullable String title,
            @Nullable String type,
            @Nullable String lifecycle,
            @Nullable EntityRef owner,
            @Nullable EntityRef system,
            List<String> tags) {}

    /** The rows of a query, in its order. */
    public List<Row> rows(EntityQuery query) {
        Sql ids = search.ids(query);
        return database.sql("""
                        select %s
                        from unnest(array(%s)) with ordinality as wanted (id, place)
                        join catalog_entities e on e.id = wanted.id order by place
                        """.formatted(COLUMNS, ids.text()))
                .params(ids.parameters())
                .query((rs, _) -> row(rs))
                .list();
    }

    /** The rows of those of the references that the catalog knows. */
    public Map<EntityRef, Row> rows(Collection<EntityRef> refs) {
        Map<EntityRef, Row> rows = new HashMap<>();
        database.sql("select " + COLUMNS + " from catalog_entities e where e.ref = any (?)")
                .param(refs.stream().map(EntityRef::toString).toArray(String[]::new))
                .query((rs, _) -> row(rs))
                .list()
                .forEach(row -> rows.put(row.ref(), row));
        return rows;
    }

    /** How often which value of each field occurs among all that a query has, whatever its offset and limit; most frequent first. */
    public Map<String, List<Facet>> facets(EntityQuery query, List<String> fields, int most) {
        return facets.of(search.condition(query), fields, most);
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                EntityRef.parse(rs.getString(1), ""),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                ref(rs.getString(5)),
                ref(rs.getString(6)),
                Arrays.asList((String[]) rs.getArray(7).getArray()));
    }

    private static @Nullable EntityRef ref(@Nullable String text) {
        return text == null ? null : EntityRef.parse(text, "");
    }
}
