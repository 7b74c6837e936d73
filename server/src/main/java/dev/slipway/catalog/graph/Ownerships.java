package dev.slipway.catalog.graph;

import static dev.slipway.entities.RelationType.CHILD_OF;
import static dev.slipway.entities.RelationType.MEMBER_OF;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.graph.Ownership.Share;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityFilter.Alternative;
import dev.slipway.entities.EntityFilter.Condition;
import dev.slipway.entities.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what groups and users own. */
@Component
public class Ownerships {

    private static final int DEEPEST = 20;
    private static final int MOST_GROUPS = 60;
    private static final int MOST_KINDS = 20;

    private final Catalog catalog;
    private final EntityListing listing;

    Ownerships(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    public Ownership of(EntityRef ref) {
        Step step = ref.kind().equals("user") ? new Step(MEMBER_OF, true) : new Step(CHILD_OF, false);
        EntityGraph groups = catalog.reach(ref, Set.of(step), DEEPEST, MOST_GROUPS);
        List<EntityRef> all = new ArrayList<>(
                groups.nodes().stream().map(EntityGraph.Node::ref).toList());
        all.remove(ref);
        List<Share> inherited =
                all.stream().map(each -> Share.of(each, kinds(Set.of(each)))).toList();
        all.add(ref);
        return new Ownership(
                Share.of(ref, kinds(Set.of(ref))), inherited, Share.of(ref, kinds(all)), groups.complete());
    }

    /** What is counted in an ownership, by reference, at most so many. */
    public List<Row> entities(Ownership ownership, int limit) {
        List<EntityRef> owners =
                new ArrayList<>(ownership.inherited().stream().map(Share::owner).toList());
        owners.add(ownership.own().owner());
        return listing.rows(owned(owners, limit));
    }

    private List<Facet> kinds(Collection<EntityRef> owners) {
        return listing.facets(owned(owners, 1), List.of("kind"), MOST_KINDS).getOrDefault("kind", List.of());
    }

    private static EntityQuery owned(Collection<EntityRef> owners, int limit) {
        Condition owned = new Condition(
                "relations.ownedBy", owners.stream().map(EntityRef::toString).collect(Collectors.toSet()));
        return EntityQuery.of(new EntityFilter(List.of(new Alternative(List.of(owned)))), limit);
    }
}
