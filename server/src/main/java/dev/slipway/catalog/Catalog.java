package dev.slipway.catalog;

import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.RelationType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Every entity that the platform's repositories describe. Reads PostgreSQL; safe for use by several threads. Who reads large
 * entities for a request waits until memory has room for them.
 */
public interface Catalog {

    Optional<CatalogEntity> find(EntityRef ref);

    Optional<CatalogEntity> find(UUID uid);

    /** Those of the references that the catalog knows; large ones are only named. */
    Small findSmall(Collection<EntityRef> refs);

    /** The entities in the query's order. */
    List<CatalogEntity> query(EntityQuery query);

    /** As {@link #query}, of many large ones only the first. */
    Portion portion(EntityQuery query);

    /** Those of the references that the catalog knows, of many large ones only some. */
    Portion portion(Collection<EntityRef> refs);

    /**
     * The entities in the query's order, and where the pages beside them are. A page of many large ones has fewer than it might.
     *
     * @throws CatalogException when the query begins where its order has no place
     */
    EntityPage page(EntityQuery query);

    /** How many entities the query has, whatever part of them it asks for. */
    int count(EntityQuery query);

    /** How often which value occurs, as files write it, most frequent first, for each field. */
    Map<String, List<Facet>> facets(EntityPredicate filter, List<String> fields);

    /** The tags with this beginning and how many entities have each, most frequent first. */
    List<Facet> tags(String beginning, int limit);

    /**
     * What can be reached from an entity.
     *
     * @param steps which relations are followed
     * @param depth how many steps at most
     * @param limit how many entities at most
     */
    EntityGraph reach(EntityRef from, Set<Step> steps, int depth, int limit);

    /** An entity and the Locations that led to its file, those Locations' own, and so on; empty for an unknown one. */
    List<Ancestor> ancestry(EntityRef ref);

    /**
     * Entities that are in memory together.
     *
     * @param complete whether they are all that was asked for; otherwise they are at least one
     */
    record Portion(List<CatalogEntity> entities, boolean complete) {
        public Portion {
            entities = List.copyOf(entities);
        }
    }

    /**
     * Entities that many may have in memory at the same time.
     *
     * @param large those that are there and were not read, as they are too large for that
     */
    record Small(List<CatalogEntity> entities, Set<EntityRef> large) {
        public Small {
            entities = List.copyOf(entities);
            large = Set.copyOf(large);
        }
    }

    /** An entity of an ancestry. */
    record Ancestor(EntityRef ref, List<EntityRef> parents) {}

    /** A value of a field and how many entities have it. */
    record Facet(String value, int count) {}

    /** A relation followed in the direction of its name ({@code ownedBy}) or against it ({@code ownerOf}). */
    record Step(RelationType type, boolean forward) {}
}
