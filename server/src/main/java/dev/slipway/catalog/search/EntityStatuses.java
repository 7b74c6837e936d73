package dev.slipway.catalog.search;

import dev.slipway.entities.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The problems of entities' documents as Backstage's {@code status}: such an entity says what its document said before.
 * Source: the type {@code EntityStatusItem} of Backstage's catalog-model.
 */
@Component
class EntityStatuses {

    private final JdbcClient database;

    EntityStatuses(JdbcClient database) {
        this.database = database;
    }

    /** The JSON of each that has problems. */
    Map<EntityRef, String> of(Collection<EntityRef> refs) {
        Map<EntityRef, String> statuses = new HashMap<>();
        if (!refs.isEmpty()) {
            database.sql("""
                            select ref, json_build_object('items', json_agg(json_build_object(
                                    'type', 'backstage.io/catalog-processing', 'level', 'error', 'message', said,
                                    'error', json_build_object('name', 'InputError', 'message', said)) order by line, col))
                            from (select e.ref, p.line, p.col, s.path || ':' || p.line || ': '
                                    || case p.field when '' then '' else p.field || ': ' end || p.message
                                    || case p.expected when '' then '' else ' Expected: ' || p.expected || '.' end as said
                                from catalog_entities e join catalog_problems p on p.source = e.source and p.ref = e.ref
                                join catalog_sources s on s.id = e.source where e.ref = any (?)) found
                            group by ref
                            """)
                    .param(refs.stream().map(EntityRef::toString).toArray(String[]::new))
                    .query(rs -> {
                        statuses.put(EntityRef.parse(rs.getString(1), ""), rs.getString(2));
                    });
        }
        return statuses;
    }
}
