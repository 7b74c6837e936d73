package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntitySource;
import dev.slipway.catalog.EntityPage;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.Position;
import dev.slipway.entities.EntityRef;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entities with their relations and problems, by their numbers. */
@Component
class StoredEntities {

    private static final String COLUMNS =
            "e.ref, e.uid, e.document, wanted.keys, s.repository, s.path, s.problems, " + StoredRelations.OF_ENTITY;

    private final JdbcClient database;
    private final RefNames names;
    private final EntityStatuses statuses;

    StoredEntities(JdbcClient database, RefNames names, EntityStatuses statuses) {
        this.database = database;
        this.names = names;
        this.statuses = statuses;
    }

    /** Those of the numbers that SQL answers, in its order. */
    List<CatalogEntity> of(Sql ids) {
        return named(read(ids.within("select id, place, null::text[] as keys from unnest(array")
                .then(Sql.of(") with ordinality as found (id, place)"))));
    }

    /**
     * The page of a query.
     *
     * @param forgiving as {@link EntitySearch#forgives} has it
     * @param places with one more than it wants, as {@link EntitySearch#places} has them
     */
    EntityPage page(EntityQuery query, boolean forgiving, Sql places) {
        List<Read> read = read(places);
        Position from = Objects.requireNonNullElse(query.from(), Position.end(false));
        boolean more = read.size() > query.limit();
        List<Read> shown = more ? read.subList(0, query.limit()) : read;
        if (query.limit() == 0) {
            return new EntityPage(List.of(), null, null);
        }
        Position onwards = more ? shown.getLast().position(from.backwards(), forgiving) : null;
        Position back = from.atEnd() && query.offset() == 0
                ? null
                : shown.isEmpty()
                        ? new Position(List.of(), null, !from.backwards(), forgiving)
                        : shown.getFirst().position(!from.backwards(), forgiving);
        return from.backwards()
                ? new EntityPage(named(shown.reversed()), onwards, back)
                : new EntityPage(named(shown), back, onwards);
    }

    private List<Read> read(Sql wanted) {
        return database.sql("""
                        select %s from (%s) as wanted
                        join catalog_entities e on e.id = wanted.id
                        join catalog_sources s on s.id = e.source order by wanted.place
                        """.formatted(COLUMNS, wanted.text()))
                .params(wanted.parameters())
                .query((rs, _) -> new Read(
                        EntityRef.parse(rs.getString("ref"), ""),
                        rs.getObject("uid", UUID.class),
                        rs.getString("document"),
                        keys(rs.getArray("keys")),
                        StoredRelations.of(rs.getArray("sources"), rs.getArray("targets")),
                        rs.getBoolean("problems"),
                        new EntitySource(rs.getString("repository"), rs.getString("path"))))
                .list();
    }

    private static List<@Nullable String> keys(@Nullable Array keys) throws SQLException {
        return keys == null ? List.of() : Arrays.asList((@Nullable String[]) keys.getArray());
    }

    private List<CatalogEntity> named(List<Read> found) {
        Set<Integer> others = new HashSet<>();
        found.forEach(each -> each.relations().others(others));
        Map<Integer, RefNames.Name> named = names.of(others);
        Map<EntityRef, String> wrong =
                statuses.of(found.stream().filter(Read::problems).map(Read::ref).toList());
        return found.stream()
                .map(each -> each.named(named, wrong.get(each.ref())))
                .toList();
    }

    /**
     * An entity whose relations have numbers in place of references.
     *
     * @param keys its values of the order
     * @param problems whether its file has some
     */
    private record Read(
            EntityRef ref,
            UUID uid,
            String document,
            List<@Nullable String> keys,
            StoredRelations relations,
            boolean problems,
            EntitySource source) {

        Position position(boolean backwards, boolean forgiving) {
            return new Position(keys, ref.toString(), backwards, forgiving);
        }

        CatalogEntity named(Map<Integer, RefNames.Name> names, @Nullable String status) {
            return new CatalogEntity(ref, uid, document, relations.named(names), status, source);
        }
    }
}
