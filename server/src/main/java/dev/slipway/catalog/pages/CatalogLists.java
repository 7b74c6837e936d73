package dev.slipway.catalog.pages;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.pages.CatalogList.Choice;
import dev.slipway.catalog.pages.CatalogList.Group;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.catalog.store.ViewRows;
import dev.slipway.entities.EntityRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes what the list's page shows. */
@Component
class CatalogLists {

    private static final int MOST_CHOICES = 12;

    private final Catalog catalog;
    private final EntityListing listing;
    private final ViewRows views;

    CatalogLists(Catalog catalog, EntityListing listing, ViewRows views) {
        this.catalog = catalog;
        this.listing = listing;
        this.views = views;
    }

    CatalogList of(ListState state, String account) {
        List<Row> rows = listing.rows(state.query());
        return new CatalogList(
                state,
                rows,
                catalog.count(state.query()),
                Arrays.stream(ListFacet.values())
                        .map(facet -> group(state, facet))
                        .toList(),
                missing(rows),
                views.of(account));
    }

    /** The most frequent values, and whatever is chosen, even where nothing has it any more. */
    private Group group(ListState state, ListFacet facet) {
        Set<String> chosen = state.chosen(facet);
        List<Facet> values = listing.facet(state.without(facet), facet.field(), MOST_CHOICES + 1 + chosen.size());
        List<Choice> choices = new ArrayList<>();
        for (Facet value : values) {
            boolean isChosen = chosen.contains(value.value());
            if (isChosen || choices.size() < MOST_CHOICES) {
                choices.add(new Choice(value.value(), facet.shown(value.value()), value.count(), isChosen));
            }
        }
        chosen.stream()
                .filter(value ->
                        choices.stream().noneMatch(choice -> choice.value().equals(value)))
                .forEach(value -> choices.add(new Choice(value, facet.shown(value), 0, true)));
        return new Group(facet, choices, values.size() > choices.size());
    }

    private Set<EntityRef> missing(List<Row> rows) {
        Set<EntityRef> named = new HashSet<>(rows.stream()
                .flatMap(row -> Stream.of(row.owner(), row.system()))
                .filter(Objects::nonNull)
                .toList());
        named.removeAll(catalog.find(named).keySet());
        return named;
    }
}
