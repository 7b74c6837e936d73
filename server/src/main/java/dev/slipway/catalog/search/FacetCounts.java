package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
     * The most frequent values of each field, by the field as it is written.
     *
     * @param condition on {@code catalog_entities e}
     * @param most values at most of a field
     */
    Map<String, List<Facet>> of(Sql condition, List<String> fields, int most) {
        List<String> distinct = fields.stream().distinct().toList();
        Map<String, List<Facet>> facets = new LinkedHashMap<>();
        distinct.forEach(field -> facets.put(field, new ArrayList<>()));
        if (distinct.isEmpty()) {
            return facets;
        }
        Sql counts = counts(condition, distinct, most);
        database.sql(counts.text()).params(counts.parameters()).query(rs -> {
            facets.computeIfAbsent(distinct.get(rs.getInt(1)), _ -> new ArrayList<>())
                    .add(new Facet(rs.getString(2), rs.getInt(3)));
        });
        return facets;
    }

    private static Sql counts(Sql condition, List<String> fields, int most) {
        return Sql.of("""
                        select field, value, times from (
                            select field, value, count(*) as times,
                                row_number() over (partition by field order by count(*) desc, value) as place
                            from (select e.*, %s as json from catalog_entities e where \
                        """.formatted(fields.stream().anyMatch(FacetCounts::isInDocument) ? "document::jsonb" : "null"))
                .then(condition)
                .then(Sql.of(" offset 0) e, lateral ("))
                .then(values(fields))
                .then(Sql.of("""
                        ) as found (field, value) where value is not null group by field, value) counted
                        where place <= ? order by field, place
                        """, most));
    }

    private static boolean isInDocument(String field) {
        return Fields.isInDocument(field.toLowerCase(Locale.ROOT));
    }

    private static Sql values(List<String> fields) {
        List<Sql> each = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            each.add(Sql.of("select " + i + ", value from ")
                    .then(Fields.values(fields.get(i).toLowerCase(Locale.ROOT))));
        }
        return Sql.joined(" union all ", each);
    }
}
