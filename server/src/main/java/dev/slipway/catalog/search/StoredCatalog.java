package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntitySource;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.EntityPage;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.documents.tree.PathPattern;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityRef;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalog as the tables have it. */
@Component
class StoredCatalog implements Catalog {

    private static final int MOST_VALUES = 1000;
    /**
     * The references behind a query of their own: PostgreSQL counts those that it sees, finds a plan for one of them cheaper
     * than its plan for any number, and would plan the statement anew each time.
     */
    private static final String OF_REFS =
            "select id from catalog_entities where ref = any (array(select unnest(?::text[])))";

    private final JdbcClient database;
    private final EntitySearch search;
    private final EntityGraphs graphs;
    private final FacetCounts facets;
    private final TagCounts tags;
    private final StoredEntities entities;
    private final LargeReads large;

    StoredCatalog(
            JdbcClient database,
            EntitySearch search,
            EntityGraphs graphs,
            FacetCounts facets,
            TagCounts tags,
            StoredEntities entities,
            LargeReads large) {
        this.database = database;
        this.search = search;
        this.graphs = graphs;
        this.facets = facets;
        this.tags = tags;
        this.entities = entities;
        this.large = large;
    }

    @Override
    public Optional<CatalogEntity> find(EntityRef ref) {
        return one(Sql.of("select id from catalog_entities where ref = ?", ref.toString()));
    }

    @Override
    public Optional<CatalogEntity> find(UUID uid) {
        return one(Sql.of("select id from catalog_entities where uid = ?", uid));
    }

    private Optional<CatalogEntity> one(Sql id) {
        return read(Documents.SMALL, Documents.ALL, documents -> entities.of(documents, id)).found().stream()
                .findFirst();
    }

    /** Reads as little as all may at any time; where that is not enough, once more when there is room for as much. */
    private <T> Look<T> read(Documents little, Documents much, Function<Documents, Look<T>> question) {
        Look<T> look = question.apply(little);
        if (look.complete()) {
            return look;
        }
        large.await(look.bytes());
        return question.apply(much);
    }

    @Override
    public Small findSmall(Collection<EntityRef> refs) {
        Look<List<CatalogEntity>> look = entities.of(Documents.SMALL, ids(refs));
        return new Small(look.found(), look.withheld());
    }

    @Override
    public List<CatalogEntity> query(EntityQuery query) {
        return read(Documents.LITTLE, Documents.ALL, documents -> found(documents, query))
                .found();
    }

    private Look<List<CatalogEntity>> found(Documents documents, EntityQuery query) {
        return entities.of(documents, search.ids(query));
    }

    @Override
    public Portion portion(EntityQuery query) {
        return portion(documents -> found(documents, query));
    }

    @Override
    public Portion portion(Collection<EntityRef> refs) {
        return portion(documents -> entities.of(documents, ids(refs)));
    }

    private Portion portion(Function<Documents, Look<List<CatalogEntity>>> question) {
        Look<List<CatalogEntity>> look = read(Documents.LITTLE, Documents.PORTION, question);
        return new Portion(look.found(), look.complete());
    }

    private static Sql ids(Collection<EntityRef> refs) {
        String[] texts = refs.stream().map(EntityRef::toString).toArray(String[]::new);
        return Sql.of(OF_REFS, (Object) texts);
    }

    @Override
    public EntityPage page(EntityQuery query) {
        boolean forgiving = search.forgives(query);
        Sql places = search.places(query.limitedTo(query.limit() + 1), forgiving);
        return read(
                        Documents.LITTLE,
                        Documents.PORTION,
                        documents -> entities.page(documents, query, forgiving, places))
                .found();
    }

    @Override
    public int count(EntityQuery query) {
        return search.count(query);
    }

    @Override
    public Map<String, List<Facet>> facets(EntityPredicate filter, List<String> fields) {
        return facets.written(Filters.of(filter), fields, MOST_VALUES);
    }

    @Override
    public List<Facet> tags(String beginning, int limit) {
        return tags.beginningWith(beginning, limit);
    }

    @Override
    public EntityGraph reach(EntityRef from, Set<Step> steps, int depth, int limit) {
        return graphs.reach(from, steps, depth, limit);
    }

    @Override
    public List<Ancestor> ancestry(EntityRef ref) {
        Map<EntityRef, Ancestor> ancestors = new LinkedHashMap<>();
        Deque<EntityRef> open = new ArrayDeque<>(List.of(ref));
        while (!open.isEmpty()) {
            EntityRef next = open.removeFirst();
            source(next).ifPresent(source -> {
                List<EntityRef> parents = parents(source);
                ancestors.put(next, new Ancestor(next, parents));
                parents.stream()
                        .filter(parent -> !ancestors.containsKey(parent))
                        .forEach(open::add);
            });
        }
        return List.copyOf(ancestors.values());
    }

    private Optional<EntitySource> source(EntityRef ref) {
        return database.sql("""
                        select s.repository, s.path from catalog_entities e join catalog_sources s on s.id = e.source where e.ref = ?
                        """).param(ref.toString()).query(EntitySource.class).optional();
    }

    /** The Locations whose targets a file is among. */
    private List<EntityRef> parents(EntitySource source) {
        return database
                .sql("""
                        select e.ref, t.pattern from catalog_targets t join catalog_entities e on e.source = t.source
                        where t.repository = ? and e.kind = 'location' order by e.ref
                        """)
                .param(source.repository())
                .query((rs, _) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .filter(named -> new PathPattern(named.getValue()).matches(source.path()))
                .map(named -> EntityRef.parse(named.getKey(), ""))
                .distinct()
                .toList();
    }
}
