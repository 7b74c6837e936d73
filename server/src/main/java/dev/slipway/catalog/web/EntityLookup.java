package dev.slipway.catalog.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityFilter.Alternative;
import dev.slipway.entities.EntityFilter.Condition;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the entity that somebody means who types {@code [kind:][namespace/]name}. */
@Component
class EntityLookup {

    private static final int MOST_OFFERED = 5;
    private static final int MOST_COMPARED = 1_000;
    /** Stands for the kind that somebody left out. */
    private static final String ANY = "any";

    private final Catalog catalog;
    private final EntityListing listing;

    EntityLookup(Catalog catalog, EntityListing listing) {
        this.catalog = catalog;
        this.listing = listing;
    }

    /**
     * @param parameter that the text was given by
     * @throws CatalogException with INVALID for no reference or one that several entities answer to, with NOT_FOUND for one
     *     that none does, with those whose names are near
     */
    CatalogEntity get(String parameter, String text) {
        EntityRef ref = parsed(parameter, text);
        return text.contains(":") ? known(ref) : alone(parameter, ref);
    }

    private static EntityRef parsed(String parameter, String text) {
        try {
            return EntityRef.parse(text.strip(), ANY);
        } catch (IllegalArgumentException e) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    Problem.at(parameter, "\"" + text + "\" is not a reference to an entity.")
                            .expecting("[kind:][namespace/]name, for example component:default/pricing-api"));
        }
    }

    private CatalogEntity known(EntityRef ref) {
        return catalog.find(ref).orElseThrow(() -> unknown(ref.toString(), ref.name()));
    }

    /** Without a kind the name must be one entity's alone. */
    private CatalogEntity alone(String parameter, EntityRef ref) {
        List<EntityRef> named = refs(EntityQuery.of(
                        new EntityFilter(List.of(new Alternative(List.of(
                                new Condition("metadata.name", Set.of(ref.name())),
                                new Condition("metadata.namespace", Set.of(ref.namespace())))))),
                        MOST_OFFERED))
                .toList();
        if (named.isEmpty()) {
            throw unknown(ref.namespace() + "/" + ref.name(), ref.name());
        }
        if (named.size() > 1) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    Problem.at(parameter, "Several entities are called \"" + ref.name() + "\".")
                            .expecting(named.stream().map(EntityRef::toString).collect(Collectors.joining(" or "))));
        }
        return known(named.getFirst());
    }

    private CatalogException unknown(String what, String name) {
        return new CatalogException(
                ProblemCode.NOT_FOUND,
                Problem.of("The catalog does not know \"" + what + "\".")
                        .next(
                                alike(name)
                                        .or(() -> misspelt(name))
                                        .orElse(
                                                "Search for it in the catalog, or see its health page for files with problems.")));
    }

    /** What the catalog's own search finds. */
    private Optional<String> alike(String name) {
        List<String> offered =
                named(name, MOST_OFFERED).map(ref -> "\"" + ref + "\"").toList();
        return offered.isEmpty() ? Optional.empty() : Optional.of("Did you mean " + String.join(" or ", offered) + "?");
    }

    /** Short names are too short to be alike: those with the same beginning are compared letter by letter. */
    private Optional<String> misspelt(String name) {
        return Suggestions.didYouMean(
                name,
                named(name.substring(0, 1), MOST_COMPARED).map(EntityRef::name).toList());
    }

    private Stream<EntityRef> named(String term, int limit) {
        return refs(new EntityQuery(EntityFilter.ALL, term, List.of(), List.of(), null, 0, limit));
    }

    private Stream<EntityRef> refs(EntityQuery query) {
        return listing.rows(query).stream().map(EntityListing.Row::ref);
    }
}
