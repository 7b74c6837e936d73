package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Facet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code catalog_tags}, which triggers keep. */
@Component
class TagCounts {

    private final JdbcClient database;

    TagCounts(JdbcClient database) {
        this.database = database;
    }

    /** The tags with this beginning, most frequent first. */
    List<Facet> beginningWith(String beginning, int most) {
        return database.sql("""
                        select tag, entities from catalog_tags where starts_with(tag, ?) and entities > 0
                        order by entities desc, tag limit ?
                        """)
                .params(beginning, most)
                .query((rs, _) -> new Facet(rs.getString(1), rs.getInt(2)))
                .list();
    }
}
