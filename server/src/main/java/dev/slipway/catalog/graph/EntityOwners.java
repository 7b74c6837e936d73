package dev.slipway.catalog.graph;

import static dev.slipway.entities.RelationType.CHILD_OF;
import static dev.slipway.entities.RelationType.MEMBER_OF;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.graph.Owner.Named;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds who answers for an entity. */
@Component
public class EntityOwners {

    private static final int DEEPEST = 20;
    private static final int MOST_PARENTS = 60;
    private static final int MOST_MEMBERS = 500;

    private final Catalog catalog;
    private final EntityListing listing;

    EntityOwners(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    /** Those whom the entity's file names; none for an entity without an owner. */
    public List<Owner> of(CatalogEntity entity) {
        return entity.relations().stream()
                .filter(relation -> relation.type().equals(RelationType.OWNED_BY.forward()))
                .map(EntityRelation::target)
                .map(this::described)
                .toList();
    }

    /** A group or a user with the groups above and its members. */
    public Owner described(EntityRef owner) {
        List<EntityRef> parents = around(owner, new Step(CHILD_OF, true), DEEPEST, MOST_PARENTS);
        List<EntityRef> members = around(owner, new Step(MEMBER_OF, false), 1, MOST_MEMBERS);
        return new Owner(named(List.of(owner)).getFirst(), named(parents), named(members));
    }

    private List<EntityRef> around(EntityRef ref, Step step, int depth, int limit) {
        return catalog.reach(ref, Set.of(step), depth, limit).nodes().stream()
                .map(EntityGraph.Node::ref)
                .filter(found -> !found.equals(ref))
                .toList();
    }

    private List<Named> named(List<EntityRef> refs) {
        Map<EntityRef, Row> rows = listing.rows(refs);
        return refs.stream()
                .map(ref -> {
                    Row row = rows.get(ref);
                    return new Named(ref, row == null ? null : row.title(), row != null);
                })
                .toList();
    }
}
