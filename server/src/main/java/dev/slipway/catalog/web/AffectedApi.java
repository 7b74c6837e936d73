package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.graph.Impact;
import dev.slipway.catalog.graph.Impacts;
import dev.slipway.entities.EntityRef;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is affected if an entity breaks. */
@RestController
class AffectedApi {

    private final EntityLookup entities;
    private final Impacts impacts;

    AffectedApi(EntityLookup entities, Impacts impacts) {
        this.entities = entities;
        this.impacts = impacts;
    }

    /**
     * Who is affected, nearest first.
     *
     * @param kinds how many of each kind
     * @param owners who should know, nearest first
     * @param complete whether these are all
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

    @GetMapping("/api/v1/catalog/affected")
    @Access(Permission.VIEW)
    AffectedBody affected(@RequestParam String ref) {
        CatalogEntity entity = entities.get("ref", ref);
        Impact impact = impacts.affected(entity.ref());
        return new AffectedBody(
                entity.ref().toString(),
                impact.total(),
                impact.kinds(),
                impact.owners().stream().map(EntityRef::toString).toList(),
                impact.levels().stream()
                        .flatMap(level -> level.items().stream().map(item -> item(item, level.distance())))
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
