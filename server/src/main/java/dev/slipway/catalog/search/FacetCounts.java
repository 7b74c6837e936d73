package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often which value occurs, of several fields in one pass over the entities. */
@Component
class FacetCounts {

    private final JdbcClient database;

    FacetCounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * The most frequent values of each field, by the field as it is asked for.
     *
     * @param condition on {@code catalog_entities e}
     * @param most values at most of a field
     */
    Map<String, List<Facet>> of(Sql condition, List<String> fields, int most) {
        return of(condition, fields, FacetValues::lower, most);
    }

    /** The same with the values as files write them. */
    Map<String, List<Facet>> written(Sql condition, List<String> fields, int most) {
        return of(condition, fields, FacetValues::written, most);
    }

    private Map<String, List<Facet>> of(Sql condition, List<String> fields, Function<String, Sql> values, int most) {
        List<String> distinct = fields.stream().distinct().toList();
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        distinct.forEach(field -> facets.put(field, new ArrayList<>()));
        if (distinct.isEmpty()) {
            return facets;
        }
        Sql counts = counts(condition, distinct, values, most);
        database.sql(counts.text()).params(counts.parameters()).query(rs -> {
            facets.computeIfAbsent(distinct.get(rs.getInt(1)), _ -> new ArrayList<>())
                    .add(new Facet(rs.getString(2), rs.getInt(3)));
        });
        return facets;
    }

    private static Sql counts(Sql condition, List<String> fields, Function<String, Sql> values, int most) {
        return Sql.of("""
                        select field, value, times from (
                            select field, value, count(*) as times,
                                row_number() over (partition by field order by count(*) desc, value) as place
                            from (select e.*, %s as json from catalog_entities e where \
                        """.formatted(fields.stream().anyMatch(FacetValues::isInDocument) ? "document::jsonb" : "null"))
                .then(condition)
                .then(Sql.of(" offset 0) e, lateral ("))
                .then(values(fields, values))
                .then(Sql.of("""
                        ) as found (field, value) where value is not null group by field, value) counted
                        where place <= ? order by field, place
                        """, most));
    }

    private static Sql values(List<String> fields, Function<String, Sql> values) {
        List<Sql> each = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            each.add(Sql.of("select " + i + ", value from (")
                    .then(values.apply(fields.get(i)))
                    .then(Sql.of(") as found (value)")));
        }
        return Sql.joined(" union all ", each);
    }
}
