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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entities with their relations and problems, by their numbers. */
@Component
class StoredEntities {

    private static final String OTHER_COLUMNS =
            "octet_length(e.document) as bytes, e.ref, e.uid, wanted.keys, s.repository, s.path, s.problems, "
                    + StoredRelations.OF_ENTITY;

    private final JdbcClient database;
    private final RefNames names;
    private final EntityStatuses statuses;

    StoredEntities(JdbcClient database, RefNames names, EntityStatuses statuses) {
        this.database = database;
        this.names = names;
        this.statuses = statuses;
    }

    /** Those of the numbers that SQL answers, in its order. */
    Look<List<CatalogEntity>> of(Documents documents, Sql ids) {
        List<Read> read = read(documents, placed(ids));
        return look(named(whole(read)), read);
    }

    private static <T> Look<T> look(T found, List<Read> read) {
        return new Look<>(
                found,
                read.stream()
                        .filter(each -> each.document() == null)
                        .map(Read::ref)
                        .collect(Collectors.toSet()),
                read.stream().mapToLong(Read::bytes).sum());
    }

    private static Sql placed(Sql ids) {
        return ids.within("select id, place, null::text[] as keys from unnest(array")
                .then(Sql.of(") with ordinality as found (id, place)"));
    }

    private static List<Read> whole(List<Read> read) {
        return read.stream().filter(each -> each.document() != null).toList();
    }

    /**
     * The page of a query.
     *
     * @param forgiving as {@link EntitySearch#forgives} has it
     * @param places with one more than it wants, as {@link EntitySearch#places} has them
     */
    Look<EntityPage> page(Documents documents, EntityQuery query, boolean forgiving, Sql places) {
        List<Read> read = read(documents, places);
        List<Read> wanted = read.subList(0, Math.min(read.size(), query.limit()));
        return look(page(query, forgiving, read, whole(wanted)), wanted);
    }

    private EntityPage page(EntityQuery query, boolean forgiving, List<Read> read, List<Read> shown) {
        Position from = Objects.requireNonNullElse(query.from(), Position.end(false));
        boolean more = read.size() > shown.size();
        boolean nothingRead = more && shown.isEmpty();
        if (query.limit() == 0 || nothingRead) {
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

    private List<Read> read(Documents documents, Sql wanted) {
        return database.sql("""
                        select %s as document, %s from (%s) as wanted
                        join catalog_entities e on e.id = wanted.id
                        join catalog_sources s on s.id = e.source order by wanted.place
                        """.formatted(documents.sql(), OTHER_COLUMNS, wanted.text()))
                .params(wanted.parameters())
                .query((rs, _) -> new Read(
                        EntityRef.parse(rs.getString("ref"), ""),
                        rs.getObject("uid", UUID.class),
                        rs.getString("document"),
                        rs.getLong("bytes"),
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
     * @param document null where it was not to be read
     * @param keys its values of the order
     * @param problems whether its file has some
     */
    private record Read(
            EntityRef ref,
            UUID uid,
            @Nullable String document,
            long bytes,
            List<@Nullable String> keys,
            StoredRelations relations,
            boolean problems,
            EntitySource source) {

        Position position(boolean backwards, boolean forgiving) {
            return new Position(keys, ref.toString(), backwards, forgiving);
        }

        CatalogEntity named(Map<Integer, RefNames.Name> names, @Nullable String status) {
            return new CatalogEntity(
                    ref, uid, Objects.requireNonNull(document), relations.named(names), status, source);
        }
    }
}
