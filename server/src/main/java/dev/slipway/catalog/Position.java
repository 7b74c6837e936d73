package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins: behind an entity or, read backwards, before it. The entity need not be there any more.
 *
 * @param values what the entity has in the fields that the query is ordered by; null for a field that it lacks
 * @param ref the entity; null for the beginning of all or, backwards, their end
 * @param forgiving whether the pages hold what is like the words that were typed, as nothing was what was typed when they began
 */
public record Position(
        List<@Nullable String> values, @Nullable String ref, boolean backwards, boolean forgiving) {

    public Position {
        values = Collections.unmodifiableList(new ArrayList<>(Objects.requireNonNullElse(values, List.of())));
    }

    /** Before the first entity of all or, backwards, behind the last one. */
    public static Position end(boolean backwards) {
        return new Position(List.of(), null, backwards, false);
    }

    /** Behind an entity, for the order by reference. */
    public static Position behind(String ref) {
        return new Position(List.of(), ref, false, false);
    }

    /** Whether no entity marks it. */
    public boolean atEnd() {
        return ref == null;
    }
}
