package dev.slipway.catalog.graph;

import static dev.slipway.entities.RelationType.CONSUMES_API;
import static dev.slipway.entities.RelationType.DEPENDS_ON;
import static dev.slipway.entities.RelationType.PART_OF;
import static dev.slipway.entities.RelationType.PROVIDES_API;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.entities.EntityRef;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what breaks with an entity, and what it breaks with. */
@Component
public class Impacts {

    private static final int DEEPEST = 50;
    private static final int MOST = 10_000;

    /** Who depends on it, the APIs that it provides with those who consume them, and what it is a part of. */
    private static final Set<Step> AFFECTED = Set.of(
            new Step(DEPENDS_ON, false),
            new Step(CONSUMES_API, false),
            new Step(PROVIDES_API, true),
            new Step(PART_OF, true));

    /** A system breaks with all of its parts. */
    private static final Set<Step> AFFECTED_BY_PARTS = Set.of(
            new Step(DEPENDS_ON, false),
            new Step(CONSUMES_API, false),
            new Step(PROVIDES_API, true),
            new Step(PART_OF, false));

    private static final Set<Step> NEEDED =
            Set.of(new Step(DEPENDS_ON, true), new Step(CONSUMES_API, true), new Step(PROVIDES_API, false));

    /** What its parts need, it needs. */
    private static final Set<Step> NEEDED_BY_PARTS = Set.of(
            new Step(DEPENDS_ON, true),
            new Step(CONSUMES_API, true),
            new Step(PROVIDES_API, false),
            new Step(PART_OF, false));

    private final Catalog catalog;
    private final EntityListing listing;

    Impacts(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    /** Who is affected if this breaks, at any distance. */
    public Impact affected(EntityRef ref) {
        return follow(ref, whole(ref) ? AFFECTED_BY_PARTS : AFFECTED);
    }

    /** What must work for this to work, at any distance. */
    public Impact needed(EntityRef ref) {
        return follow(ref, whole(ref) ? NEEDED_BY_PARTS : NEEDED);
    }

    private static boolean whole(EntityRef ref) {
        return ref.kind().equals("system") || ref.kind().equals("domain");
    }

    private Impact follow(EntityRef ref, Set<Step> steps) {
        EntityGraph graph = catalog.reach(ref, steps, DEEPEST, MOST);
        return Impact.of(
                graph,
                new Paths(graph, steps),
                listing.rows(graph.nodes().stream().map(EntityGraph.Node::ref).toList()));
    }
}
