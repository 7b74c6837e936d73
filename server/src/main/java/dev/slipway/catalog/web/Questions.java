package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.EntityQuery.Order;
import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.PredicateException;
import dev.slipway.entities.PredicateReader;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads parameters and bodies of Backstage's grammar. Spring would cut parameters at commas. */
final class Questions {

    static final int MOST = 10_000;

    private static final int MOST_ORDERS = 20;

    private Questions() {}

    static List<String> values(@Nullable String @Nullable [] parameter) {
        return parameter == null
                ? List.of()
                : Arrays.stream(parameter).filter(Objects::nonNull).toList();
    }

    static EntityFilter filter(List<String> parameters) {
        try {
            return EntityFilter.parse(parameters);
        } catch (IllegalArgumentException e) {
            throw invalid("filter", String.valueOf(e.getMessage()), "field=value or field, with commas between them");
        }
    }

    /** A predicate of a body. */
    static EntityPredicate predicate(Object query) {
        try {
            return PredicateReader.read(query, "query");
        } catch (PredicateException e) {
            throw new CatalogException(
                    ProblemCode.INVALID,
                    e.mistakes().stream()
                            .map(mistake -> Problem.at(mistake.where(), mistake.message())
                                    .expecting(mistake.expected()))
                            .toList());
        }
    }

    /** The texts of a list of a body. */
    static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    /** Each {@code metadata.name,asc} */
    static List<Order> orderFields(List<String> texts) {
        if (texts.size() > MOST_ORDERS) {
            throw invalid("orderField", texts.size() + " fields to order by are too many.", "at most " + MOST_ORDERS);
        }
        return texts.stream().map(Questions::orderField).toList();
    }

    private static Order orderField(String text) {
        String[] parts = text.split(",", -1);
        String direction = parts.length > 1 ? parts[1] : "asc";
        if (parts.length > 2 || parts[0].isBlank() || !List.of("asc", "desc").contains(direction)) {
            throw invalid("orderField", "\"" + text + "\" is not an order.", "field,asc or field,desc");
        }
        return new Order(parts[0], direction.equals("desc"));
    }

    /** {@code asc:metadata.name} */
    static Order order(String text) {
        int colon = text.indexOf(':');
        String direction = colon < 0 ? "" : text.substring(0, colon);
        if (!List.of("asc", "desc").contains(direction) || colon + 1 == text.length()) {
            throw invalid("order", "\"" + text + "\" is not an order.", "asc:field or desc:field");
        }
        return new Order(text.substring(colon + 1), direction.equals("desc"));
    }

    static int number(@Nullable String text, String parameter, int otherwise, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return Math.min(number, most);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(parameter, "\"" + text + "\" is not a number of entities.", "a whole number from 0");
    }

    static EntityRef ref(String kind, String namespace, String name) {
        try {
            return new EntityRef(kind, namespace, name);
        } catch (IllegalArgumentException e) {
            throw invalid("entityRef", String.valueOf(e.getMessage()), "kind:namespace/name");
        }
    }

    static EntityRef ref(String text) {
        try {
            return EntityRef.parse(text, "");
        } catch (IllegalArgumentException e) {
            throw invalid("entityRef", "\"" + text + "\" is not a reference to an entity.", "kind:namespace/name");
        }
    }

    static CatalogException invalid(String where, String message, String expected) {
        return new CatalogException(
                ProblemCode.INVALID, Problem.at(where, message).expecting(expected));
    }
}
