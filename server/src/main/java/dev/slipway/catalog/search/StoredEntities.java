package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Portion;
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

    /** So many bytes of documents are in memory for one answer; the last one of them may go beyond. */
    private static final int PORTION = 16 * 1024 * 1024;

    private static final String DOCUMENT = "e.document";

    /** Null behind those that are a portion. The length of a text is known without reading it. */
    private static final String DOCUMENT_OF_PORTION = """
            case when coalesce(sum(octet_length(e.document)) over (
                order by wanted.place rows between unbounded preceding and 1 preceding), 0) < %d then e.document end
            """.formatted(PORTION);

    private static final String OTHER_COLUMNS =
            "e.ref, e.uid, wanted.keys, s.repository, s.path, s.problems, " + StoredRelations.OF_ENTITY;

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
        return named(read(DOCUMENT, placed(ids)));
    }

    /** The first of them that are small enough together. */
    Portion portion(Sql ids) {
        List<Read> read = read(DOCUMENT_OF_PORTION, placed(ids));
        List<Read> whole = whole(read);
        return new Portion(named(whole), whole.size() == read.size());
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
    EntityPage page(EntityQuery query, boolean forgiving, Sql places) {
        List<Read> read = read(DOCUMENT_OF_PORTION, places);
        Position from = Objects.requireNonNullElse(query.from(), Position.end(false));
        List<Read> shown = whole(read.subList(0, Math.min(read.size(), query.limit())));
        boolean more = read.size() > shown.size();
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

    private List<Read> read(String document, Sql wanted) {
        return database.sql("""
                        select %s as document, %s from (%s) as wanted
                        join catalog_entities e on e.id = wanted.id
                        join catalog_sources s on s.id = e.source order by wanted.place
                        """.formatted(document, OTHER_COLUMNS, wanted.text()))
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
     * @param document null where it does not belong to the portion any more
     * @param keys its values of the order
     * @param problems whether its file has some
     */
    private record Read(
            EntityRef ref,
            UUID uid,
            @Nullable String document,
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
