package dev.slipway.catalog.pages;

import dev.slipway.catalog.EntityQuery;
import dev.slipway.catalog.EntityQuery.Order;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityFilter.Alternative;
import dev.slipway.entities.EntityFilter.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What the list shows; its address holds all of it.
 *
 * @param term what is searched for; empty for everything
 * @param chosen the values of which an entity has one, by facet; facets without any are left out
 * @param sort null sorts by rank when something is searched for, by name otherwise
 * @param page from 1
 */
public record ListState(
        String term,
        Map<ListFacet, Set<String>> chosen,
        @Nullable ListColumn sort,
        boolean descending,
        int page) {

    static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 1_000_000;
    private static final int LONGEST_TERM = 200;
    private static final int MOST_VALUES = 50;

    public ListState {
        chosen = Map.copyOf(chosen);
    }

    /** From an address's parameters; what is not understood is left out. */
    static ListState of(MultiValueMap<String, String> parameters) {
        Map<ListFacet, Set<String>> chosen = new EnumMap<>(ListFacet.class);
        for (ListFacet facet : ListFacet.values()) {
            Set<String> values = new TreeSet<>();
            parameters.getOrDefault(facet.parameter(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .limit(MOST_VALUES)
                    .forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        return new ListState(
                brief(first(parameters, "q")),
                chosen,
                ListColumn.named(first(parameters, "sort")).orElse(null),
                first(parameters, "order").equals("desc"),
                page(first(parameters, "page")));
    }

    /** From what {@link #queryString} writes. */
    static ListState parse(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.add(part.substring(0, equals), CatalogLinks.decoded(part.substring(equals + 1)));
            }
        }
        return of(parameters);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static String brief(String term) {
        return term.length() <= LONGEST_TERM ? term : term.substring(0, LONGEST_TERM);
    }

    private static int page(String text) {
        return text.matches("[0-9]{1,7}") ? Math.clamp(Integer.parseInt(text), 1, MOST_PAGES) : 1;
    }

    /** The page of entities that is asked for. */
    EntityQuery query() {
        return new EntityQuery(filter(null), searched(), List.of(), order(), null, (page - 1) * PER_PAGE, PER_PAGE);
    }

    /** What is asked for, whatever was chosen in this facet: its other values are to be seen as well. */
    EntityQuery without(ListFacet facet) {
        return new EntityQuery(filter(facet), searched(), List.of(), List.of(), null, 0, PER_PAGE);
    }

    private @Nullable String searched() {
        return term.isEmpty() ? null : term;
    }

    private EntityFilter filter(@Nullable ListFacet except) {
        List<Condition> conditions = new ArrayList<>();
        for (ListFacet facet : ListFacet.values()) {
            Set<String> values = chosen(facet);
            if (facet != except && !values.isEmpty()) {
                conditions.add(new Condition(facet.field(), values));
            }
        }
        return conditions.isEmpty() ? EntityFilter.ALL : new EntityFilter(List.of(new Alternative(conditions)));
    }

    private List<Order> order() {
        if (sort == null) {
            return term.isEmpty() ? List.of(new Order("metadata.name", false)) : List.of();
        }
        return sort.fields().stream().map(field -> new Order(field, descending)).toList();
    }

    public Set<String> chosen(ListFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether everything is shown. */
    public boolean unfiltered() {
        return term.isEmpty() && chosen.isEmpty();
    }

    /** The address of another page of the same list. */
    public String page(int other) {
        return new ListState(term, chosen, sort, descending, other).address();
    }

    /** The address of this list, sorted by a column; the other way round when it is already. */
    public String sortedBy(ListColumn column) {
        return new ListState(term, chosen, column, column == sort && !descending, 1).address();
    }

    /** The address of this list. */
    public String address() {
        String query = queryString();
        return "/catalog" + (query.isEmpty() ? "" : "?" + query);
    }

    /** All of it as an address writes it. */
    public String queryString() {
        List<String> parts = new ArrayList<>();
        add(parts, "q", term);
        for (ListFacet facet : ListFacet.values()) {
            chosen(facet).stream().sorted().forEach(value -> add(parts, facet.parameter(), value));
        }
        add(parts, "sort", sort == null ? "" : sort.parameter());
        add(parts, "order", sort != null && descending ? "desc" : "");
        add(parts, "page", page > 1 ? String.valueOf(page) : "");
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + CatalogLinks.encoded(value));
        }
    }
}
