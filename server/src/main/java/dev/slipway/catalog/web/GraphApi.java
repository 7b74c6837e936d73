package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One entity, and what is around it. */
@RestController
@RequestMapping("/api/v1/catalog")
class GraphApi {

    private final Catalog catalog;
    private final EntityLookup entities;
    private final EntityListing listing;

    GraphApi(Catalog catalog, EntityLookup entities, EntityListing listing) {
        this.catalog = catalog;
        this.entities = entities;
        this.listing = listing;
    }

    /**
     * Entities and the relations that led from one to another.
     *
     * @param nodes the one that was asked for first, then by distance
     * @param complete whether nothing lies beyond the depth and the limit
     */
    record GraphBody(String from, List<GraphNode> nodes, List<RelationLine> relations, boolean complete) {}

    /** @param distance in steps */
    record GraphNode(EntityLine entity, int distance) {}

    /** An entity with its relations, as Backstage's API answers it. */
    @GetMapping(path = "/entity", produces = MediaType.APPLICATION_JSON_VALUE)
    @Access(Permission.VIEW)
    String entity(@RequestParam String ref) {
        return entities.get("ref", ref).json();
    }

    /**
     * What can be reached from an entity.
     *
     * @param relation which relations are followed, each in the direction of its name ({@code dependsOn},
     *     {@code dependencyOf}); none follows all
     * @param direction {@code out} follows what an entity names, {@code in} what names it, {@code both}; replaces the direction of
     *     the relations' names
     */
    @GetMapping("/graph")
    @Access(Permission.VIEW)
    GraphBody graph(
            @RequestParam String from,
            @RequestParam(defaultValue = "") List<String> relation,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(defaultValue = "2") int depth,
            @RequestParam(defaultValue = "200") int limit) {
        GraphWish wish = GraphWish.of(relation, direction, depth, limit);
        CatalogEntity entity = entities.get("from", from);
        EntityGraph graph = catalog.reach(entity.ref(), wish.steps(), depth, limit);
        Map<EntityRef, Row> rows =
                listing.rows(graph.nodes().stream().map(EntityGraph.Node::ref).toList());
        return new GraphBody(
                entity.ref().toString(),
                graph.nodes().stream()
                        .map(node -> new GraphNode(EntityLine.of(node.ref(), rows.get(node.ref())), node.distance()))
                        .toList(),
                graph.relations().stream().map(RelationLine::of).toList(),
                graph.complete());
    }
}
