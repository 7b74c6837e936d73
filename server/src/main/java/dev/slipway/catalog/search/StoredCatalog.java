package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
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

    StoredCatalog(
            JdbcClient database,
            EntitySearch search,
            EntityGraphs graphs,
            FacetCounts facets,
            TagCounts tags,
            StoredEntities entities) {
        this.database = database;
        this.search = search;
        this.graphs = graphs;
        this.facets = facets;
        this.tags = tags;
        this.entities = entities;
    }

    @Override
    public Optional<CatalogEntity> find(EntityRef ref) {
        return entities.of(Sql.of("select id from catalog_entities where ref = ?", ref.toString())).stream()
                .findFirst();
    }

    @Override
    public Optional<CatalogEntity> find(UUID uid) {
        return entities.of(Sql.of("select id from catalog_entities where uid = ?", uid)).stream()
                .findFirst();
    }

    @Override
    public Map<EntityRef, CatalogEntity> find(Collection<EntityRef> refs) {
        Map<EntityRef, CatalogEntity> found = new LinkedHashMap<>();
        entities.of(ids(refs)).forEach(entity -> found.put(entity.ref(), entity));
        return found;
    }

    @Override
    public List<CatalogEntity> query(EntityQuery query) {
        return entities.of(search.ids(query));
    }

    @Override
    public Portion portion(EntityQuery query) {
        return entities.portion(search.ids(query));
    }

    @Override
    public Portion portion(Collection<EntityRef> refs) {
        return entities.portion(ids(refs));
    }

    private static Sql ids(Collection<EntityRef> refs) {
        String[] texts = refs.stream().map(EntityRef::toString).toArray(String[]::new);
        return Sql.of(OF_REFS, (Object) texts);
    }

    @Override
    public EntityPage page(EntityQuery query) {
        EntityQuery oneMore = query.limitedTo(query.limit() + 1);
        boolean forgiving = search.forgives(query);
        return entities.page(query, forgiving, search.places(oneMore, forgiving));
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
            find(open.removeFirst()).ifPresent(entity -> {
                List<EntityRef> parents = parents(entity);
                ancestors.put(entity.ref(), new Ancestor(entity, parents));
                parents.stream()
                        .filter(parent -> !ancestors.containsKey(parent))
                        .forEach(open::add);
            });
        }
        return List.copyOf(ancestors.values());
    }

    /** The Locations whose targets the entity's file is among. */
    private List<EntityRef> parents(CatalogEntity entity) {
        return database
                .sql("""
                        select e.ref, t.pattern from catalog_targets t join catalog_entities e on e.source = t.source
                        where t.repository = ? and e.kind = 'location' order by e.ref
                        """)
                .param(entity.source().repository())
                .query((rs, _) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .filter(named -> new PathPattern(named.getValue())
                        .matches(entity.source().path()))
                .map(named -> EntityRef.parse(named.getKey(), ""))
                .distinct()
                .toList();
    }
}
