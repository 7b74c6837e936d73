package dev.slipway.catalog.pages;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Catalog.Facet;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.pages.CatalogList.Choice;
import dev.slipway.catalog.pages.CatalogList.Group;
import dev.slipway.catalog.search.EntityListing;
import dev.slipway.catalog.search.EntityListing.Row;
import dev.slipway.catalog.store.ViewRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes what the list's page shows. */
@Component
class CatalogLists {

    private static final int MOST_CHOICES = 12;
    private static final int MOST_SEARCHED = 10_000;

    private final Catalog catalog;
    private final EntityListing listing;
    private final ViewRows views;

    CatalogLists(Catalog catalog, EntityListing listing, ViewRows views) {
        this.catalog = catalog;
        this.listing = listing;
        this.views = views;
    }

    /** Another page of a list that is shown, without what stands around it. */
    CatalogList page(ListState state) {
        List<Row> rows = listing.rows(state.query());
        return new CatalogList(state, rows, catalog.count(state.query()), List.of(), names(rows), List.of());
    }

    /** @param finds what the values of a facet must contain, for facets in which something is looked for */
    CatalogList of(ListState state, Map<ListFacet, String> finds, String account) {
        List<Row> rows = listing.rows(state.query());
        return new CatalogList(
                state, rows, catalog.count(state.query()), groups(state, finds), names(rows), views.of(account));
    }

    /** Facets in which nothing is chosen ask the same question, and are counted together. */
    private List<Group> groups(ListState state, Map<ListFacet, String> finds) {
        Map<EntityQuery, List<ListFacet>> questions = Arrays.stream(ListFacet.values())
                .collect(Collectors.groupingBy(state::without, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Facet>> values = new HashMap<>();
        questions.forEach((query, facets) -> values.putAll(listing.facets(
                query,
                facets.stream().map(ListFacet::field).toList(),
                MOST_CHOICES
                        + 1
                        + facets.stream()
                                .mapToInt(facet -> state.chosen(facet).size())
                                .max()
                                .orElse(0))));
        return Arrays.stream(ListFacet.values())
                .map(facet -> finds.containsKey(facet)
                        ? found(state, facet, finds.get(facet))
                        : group(facet, state.chosen(facet), "", values.getOrDefault(facet.field(), List.of())))
                .toList();
    }

    /** The values that contain a text. */
    private Group found(ListState state, ListFacet facet, String find) {
        List<Facet> all = listing.facets(state.without(facet), List.of(facet.field()), MOST_SEARCHED)
                .getOrDefault(facet.field(), List.of());
        List<Facet> found = all.stream()
                .filter(value -> value.value().toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT)))
                .toList();
        return group(facet, state.chosen(facet), find, found);
    }

    /** The most frequent values, and whatever is chosen, even where nothing has it any more. */
    private static Group group(ListFacet facet, Set<String> chosen, String find, List<Facet> values) {
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
        return new Group(facet, choices, find, values.size() > choices.size());
    }

    private Names names(List<Row> rows) {
        return Names.of(
                rows.stream()
                        .flatMap(row -> Stream.of(row.owner(), row.system()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                listing);
    }
}
