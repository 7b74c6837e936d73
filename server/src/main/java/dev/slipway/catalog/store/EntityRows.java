package dev.slipway.catalog.store;

import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes entities, many at a time. Every method joins the caller's transaction. */
@Repository
public class EntityRows {

    private final JdbcClient database;

    public EntityRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * An entity that a source holds.
     *
     * @param gone whether its document is gone from the source
     * @param size bytes of what the API answers of it
     */
    public record Known(int id, EntityRef ref, boolean gone, int size) {}

    /** What the sources hold now, by source and fingerprint. */
    public Map<Integer, Map<UUID, Known>> known(Collection<Integer> sources) {
        Map<Integer, Map<UUID, Known>> known = new HashMap<>();
        database.sql(
                        "select source, chunk, id, ref, missing_since is not null, octet_length(document) from catalog_entities where source = any (?)")
                .param(sources.toArray(Integer[]::new))
                .query(rs -> {
                    known.computeIfAbsent(rs.getInt(1), _ -> new HashMap<>())
                            .put(
                                    rs.getObject(2, UUID.class),
                                    new Known(
                                            rs.getInt(3),
                                            EntityRef.parse(rs.getString(4), ""),
                                            rs.getBoolean(5),
                                            rs.getInt(6)));
                });
        return known;
    }

    /** The numbers of these references; new ones get one. */
    public Map<EntityRef, Integer> numbers(Set<EntityRef> refs) {
        Map<String, EntityRef> byText = HashMap.newHashMap(refs.size());
        refs.forEach(ref -> byText.put(ref.toString(), ref));
        String[] texts = byText.keySet().toArray(String[]::new);
        Arrays.sort(texts);
        database.sql("""
                        insert into catalog_refs (ref) select wanted.ref from unnest(?) as wanted (ref)
                        where not exists (select from catalog_refs known where known.ref = wanted.ref)
                        on conflict do nothing
                        """).param(texts).update();
        Map<EntityRef, Integer> numbers = HashMap.newHashMap(texts.length);
        database.sql("select ref, id from catalog_refs where ref = any (?)")
                .param(texts)
                .query(rs -> {
                    numbers.put(byText.get(rs.getString(1)), rs.getInt(2));
                });
        return numbers;
    }

    /**
     * Writes the entities with their relations. Answers those that another source holds, and leaves them alone; a source
     * that is missing, or that an entity's document is gone from, holds nothing against one that is there. Where several sources
     * bring an entity that none holds, the first takes it.
     */
    public List<EntityRow> write(List<EntityRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<EntityRef, Integer> numbers = numbers(named(rows));
        List<EntityRow> taken = new ArrayList<>();
        List<EntityRow> held = new ArrayList<>();
        for (List<EntityRow> each : eachOnce(rows)) {
            Set<Integer> written = new HashSet<>(upsert(each, numbers));
            each.forEach(row -> (written.contains(numbers.get(row.ref())) ? taken : held).add(row));
        }
        relate(taken, numbers);
        return held;
    }

    /** In groups that have no entity twice, as one statement must not; the first rows of all entities are the first group. */
    private static List<List<EntityRow>> eachOnce(List<EntityRow> rows) {
        List<List<EntityRow>> groups = new ArrayList<>();
        Map<EntityRef, Integer> seen = HashMap.newHashMap(rows.size());
        for (EntityRow row : rows) {
            int group = seen.merge(row.ref(), 1, Integer::sum) - 1;
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(row);
        }
        return groups;
    }

    private static Set<EntityRef> named(List<EntityRow> rows) {
        Set<EntityRef> named = new HashSet<>();
        for (EntityRow row : rows) {
            named.add(row.ref());
            for (Relation relation : row.relations()) {
                named.add(relation.source());
                named.add(relation.target());
            }
        }
        return named;
    }

    private List<Integer> upsert(List<EntityRow> rows, Map<EntityRef, Integer> numbers) {
        AllTerms terms = AllTerms.of(rows);
        return database.sql("""
                        insert into catalog_entities (id, ref, uid, source, chunk, kind, namespace, name, title, type, lifecycle,
                            owner, system, tags, document, terms, written_kind, written_type, written_lifecycle, label, words)
                        select id, ref, uid::uuid, source, chunk::uuid, kind, namespace, name, title, type, lifecycle, owner,
                            system, tags::text[], document, (?::bigint[])[term_from:term_to], written_kind, written_type, written_lifecycle, names,
                            setweight(to_tsvector('simple', names), 'A') || setweight(to_tsvector('simple', topics), 'B')
                                || setweight(to_tsvector('simple', prose), 'C')
                        from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                            as row (id, ref, uid, source, chunk, kind, namespace, name, title, type, lifecycle, owner, system,
                                tags, document, term_from, term_to, written_kind, written_type, written_lifecycle, names, topics, prose)
                        on conflict (id) do update set source = excluded.source, chunk = excluded.chunk, kind = excluded.kind, namespace = excluded.namespace,
                            name = excluded.name, title = excluded.title, type = excluded.type, lifecycle = excluded.lifecycle,
                            owner = excluded.owner, system = excluded.system, tags = excluded.tags, document = excluded.document,
                            terms = excluded.terms, written_kind = excluded.written_kind, written_type = excluded.written_type,
                            written_lifecycle = excluded.written_lifecycle, missing_since = null, label = excluded.label, words = excluded.words || ts_filter(catalog_entities.words, '{d}')
                        where catalog_entities.source = excluded.source or catalog_entities.missing_since is not null
                            or catalog_entities.source in (select id from catalog_sources where missing_since is not null)
                        returning id
                        """)
                .params(List.of(
                        terms.all(),
                        Columns.numbers(rows, row -> numbers.get(row.ref())),
                        Columns.texts(rows, EntityRow::ref),
                        Columns.texts(rows, EntityRow::uid),
                        Columns.numbers(rows, EntityRow::source),
                        Columns.texts(rows, EntityRow::chunk),
                        Columns.texts(rows, row -> row.ref().kind()),
                        Columns.texts(rows, row -> row.ref().namespace()),
                        Columns.texts(rows, EntityRow::name),
                        Columns.texts(rows, EntityRow::title),
                        Columns.texts(rows, EntityRow::type),
                        Columns.texts(rows, EntityRow::lifecycle),
                        Columns.texts(rows, EntityRow::owner),
                        Columns.texts(rows, EntityRow::system),
                        Columns.texts(rows, row -> Columns.array(row.tags())),
                        Columns.texts(rows, EntityRow::document),
                        terms.first(),
                        terms.last(),
                        Columns.texts(rows, row -> row.written().kind()),
                        Columns.texts(rows, row -> row.written().type()),
                        Columns.texts(rows, row -> row.written().lifecycle()),
                        Columns.texts(rows, EntityRow::names),
                        Columns.texts(rows, EntityRow::topics),
                        Columns.texts(rows, EntityRow::prose)))
                .query(Integer.class)
                .list();
    }

    private void relate(List<EntityRow> rows, Map<EntityRef, Integer> numbers) {
        database.sql("delete from catalog_relations where declared_by = any (?)")
                .param(Columns.numbers(rows, row -> numbers.get(row.ref())))
                .update();
        List<Integer> declaring = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        for (EntityRow row : rows) {
            Integer number = numbers.get(row.ref());
            for (Relation relation : row.relations()) {
                declaring.add(number);
                types.add(relation.type().number());
                sources.add(relation.source().equals(row.ref()) ? number : numbers.get(relation.source()));
                targets.add(relation.target().equals(row.ref()) ? number : numbers.get(relation.target()));
            }
        }
        database.sql("""
                        insert into catalog_relations (declared_by, type, source, target)
                        select * from unnest(?::int[], ?::smallint[], ?::int[], ?::int[])
                        """)
                .params(List.of(
                        declaring.toArray(Integer[]::new),
                        types.toArray(Integer[]::new),
                        sources.toArray(Integer[]::new),
                        targets.toArray(Integer[]::new)))
                .update();
    }

    /** Notes when documents were found to be gone from their sources. */
    public void gone(Collection<Integer> ids, Instant now) {
        database.sql("update catalog_entities set missing_since = ? where id = any (?)")
                .params(Timestamp.from(now), ids.toArray(Integer[]::new))
                .update();
    }

    /** Their documents are in their sources again. */
    public void found(Collection<Integer> ids) {
        database.sql("update catalog_entities set missing_since = null where id = any (?)")
                .param(ids.toArray(Integer[]::new))
                .update();
    }

    /** Those by repository whose documents have been gone since this time or longer. */
    public Map<String, List<Known>> goneSince(Instant time) {
        return database
                .sql("""
                        select s.repository, e.id, e.ref, octet_length(e.document) from catalog_entities e join catalog_sources s on s.id = e.source
                        where e.missing_since <= ?
                        """)
                .param(Timestamp.from(time))
                .query((rs, _) -> Map.entry(
                        rs.getString(1),
                        new Known(rs.getInt(2), EntityRef.parse(rs.getString(3), ""), true, rs.getInt(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What stays of an entity when it is renamed. */
    public record Content(String kind, String spec) {}

    /** The contents of these entities; a spec by its digest. */
    public Map<EntityRef, Content> contents(Collection<EntityRef> refs) {
        return database
                .sql("""
                        select ref, kind, coalesce(md5((document::json -> 'spec')::text), '') from catalog_entities where ref = any (?)
                        """)
                .param(refs.stream().map(EntityRef::toString).toArray(String[]::new))
                .query((rs, _) ->
                        Map.entry(EntityRef.parse(rs.getString(1), ""), new Content(rs.getString(2), rs.getString(3))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Removes entities. */
    public void remove(Collection<Integer> ids) {
        if (!ids.isEmpty()) {
            database.sql("delete from catalog_entities where id = any (?)")
                    .param(ids.toArray(Integer[]::new))
                    .update();
        }
    }

    /** Makes what was written quick to search: each search reads through what the indexes have not sorted in yet. */
    public void sortIn() {
        database.sql("""
                        select gin_clean_pending_list(i.indexrelid::regclass) from pg_index i
                        join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
                        where i.indrelid in ('catalog_entities'::regclass, 'catalog_words'::regclass) and a.amname = 'gin'
                        """).query(rs -> {});
    }

    /** Counts what there is of entities and relations, not what is in them: for while much is being written. */
    public void count() {
        database.sql("analyze catalog_entities (id, source)").update();
        database.sql("analyze catalog_relations (declared_by)").update();
    }

    /** As {@link #sortIn}, and counts anew with all that is in them: for when much was written. */
    public void settle() {
        sortIn();
        database.sql("analyze catalog_entities").update();
        database.sql("analyze catalog_relations").update();
    }
}
