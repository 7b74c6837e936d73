package dev.slipway.catalog.pages;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the entity of an address. */
@Component
class EntityViews {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final Catalog catalog;
    private final EntityListing listing;

    EntityViews(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    EntityView get(String namespace, String kind, String name, EntityTab tab) {
        CatalogEntity found =
                catalog.find(ref(namespace, kind, name)).orElseThrow(() -> unknown(namespace, kind, name));
        return new EntityView(
                found,
                new Entity(found.ref(), JSON.readValue(found.declared(), FIELDS)),
                Names.of(found.relations().stream().map(EntityRelation::target).toList(), listing),
                tab);
    }

    private static EntityRef ref(String namespace, String kind, String name) {
        try {
            return new EntityRef(kind, namespace, name);
        } catch (IllegalArgumentException e) {
            throw unknown(namespace, kind, name);
        }
    }

    static CatalogException unknown(String namespace, String kind, String name) {
        return new CatalogException(
                ProblemCode.NOT_FOUND,
                Problem.of("The catalog does not know \"" + kind + ":" + namespace + "/" + name + "\".")
                        .next(
                                "It may have been removed from its file, or its file may have a problem: see the catalog's"
                                        + " health page."));
    }
}
