package dev.slipway.catalog;

import dev.slipway.entities.EntityFilter;
import dev.slipway.entities.EntityPredicate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities, in which order, and which part of them.
 *
 * @param filter what holds for them
 * @param term words that must occur, also as beginnings; null for no condition
 * @param termFields fields of which one must contain the term as it is; empty searches names, titles, descriptions, tags,
 *     owners and headings of documentation, with ranking and tolerance for typing errors
 * @param order empty orders by rank when there is a term without fields, by reference otherwise
 * @param from where its part begins; at the beginning of all for null
 * @param offset how many to leave out from there
 * @param limit at most so many
 */
public record EntityQuery(
        EntityPredicate filter,
        @Nullable String term,
        List<String> termFields,
        List<Order> order,
        @Nullable Position from,
        int offset,
        int limit) {

    public EntityQuery {
        termFields = List.copyOf(termFields);
        order = List.copyOf(order);
    }

    /** With a filter as addresses write it. */
    public EntityQuery(
            EntityFilter filter,
            @Nullable String term,
            List<String> termFields,
            List<Order> order,
            @Nullable Position from,
            int offset,
            int limit) {
        this(filter.predicate(), term, termFields, order, from, offset, limit);
    }

    /** One field of the order. */
    public record Order(String field, boolean descending) {}

    /** The same, but for another number of entities. */
    public EntityQuery limitedTo(int most) {
        return new EntityQuery(filter, term, termFields, order, from, offset, most);
    }

    /** The first entities of a filter, by reference. */
    public static EntityQuery of(EntityFilter filter, int limit) {
        return new EntityQuery(filter, null, List.of(), List.of(), null, 0, limit);
    }
}
