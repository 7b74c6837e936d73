package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.graph.Impact;
import dev.slipway.catalog.graph.Impacts;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is affected if an entity breaks. */
@RestController
class AffectedApi {

    private static final int PAGE = 100;
    private static final int MOST = 1_000;

    private final EntityLookup entities;
    private final Impacts impacts;

    AffectedApi(EntityLookup entities, Impacts impacts) {
        this.entities = entities;
        this.impacts = impacts;
    }

    /**
     * Who is affected, nearest first.
     *
     * @param total how many there are on all pages
     * @param kinds how many of each kind
     * @param owners who should know, nearest first
     * @param affected those of this page
     * @param complete whether all were counted
     */
    record AffectedBody(
            String ref,
            int total,
            Map<String, Integer> kinds,
            List<String> owners,
            List<Item> affected,
            boolean complete) {}

    /**
     * Somebody who is affected.
     *
     * @param distance in steps
     * @param why the relations from it to the entity that breaks
     */
    record Item(EntityLine entity, int distance, List<RelationLine> why) {}

    /**
     * A page of those who are affected.
     *
     * @param offset how many to pass over
     * @param limit how many to answer, at most 1000
     */
    @GetMapping("/api/v1/catalog/affected")
    @Access(Permission.VIEW)
    AffectedBody affected(
            @RequestParam String ref,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String limit) {
        int first = Questions.number(offset, "offset", 0, Integer.MAX_VALUE);
        int most = Questions.number(limit, "limit", PAGE, MOST);
        CatalogEntity entity = entities.get("ref", ref);
        Impact impact = impacts.affected(entity.ref());
        return new AffectedBody(
                entity.ref().toString(),
                impact.total(),
                impact.kinds(),
                impact.owners().stream().map(EntityRef::toString).toList(),
                impact.levels().stream()
                        .flatMap(level -> level.items().stream().map(item -> item(item, level.distance())))
                        .skip(first)
                        .limit(most)
                        .toList(),
                impact.complete());
    }

    private static Item item(Impact.Item item, int distance) {
        return new Item(
                EntityLine.of(item.ref(), item.row()),
                distance,
                item.why().stream().map(RelationLine::of).toList());
    }
}
