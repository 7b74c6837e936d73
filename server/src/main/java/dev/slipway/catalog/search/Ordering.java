package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.Position;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of a query: by its keys, entities without a value last; where all are equal, by reference. */
record Ordering(List<Key> keys) {

    Ordering {
        keys = List.copyOf(keys);
    }

    /**
     * What entities are ordered by.
     *
     * @param type PostgreSQL's, of the value
     * @param always whether every entity has a value
     * @param stored whether the value is a column, and not made for each question
     */
    record Key(Sql value, String type, boolean descending, boolean always, boolean stored) {}

    /** Whether all keys are columns of the table. */
    boolean isStored() {
        return keys.stream().allMatch(Key::stored);
    }

    /** The same order where the keys are columns as {@link #columns} names them. */
    Ordering ofColumns() {
        return new Ordering(IntStream.range(0, keys.size())
                .mapToObj(i -> {
                    Key key = keys.get(i);
                    return new Key(Sql.of("e.key" + i), key.type(), key.descending(), key.always(), true);
                })
                .toList());
    }

    /** The keys as columns {@code key0} and so on, each with a comma before it. */
    Sql columns() {
        return Sql.joined(
                "",
                IntStream.range(0, keys.size())
                        .mapToObj(i -> Sql.of(", ").then(keys.get(i).value()).then(Sql.of(" as key" + i)))
                        .toList());
    }

    /** The columns as one array of texts. */
    String values() {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "key" + i + "::text")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    /** What follows {@code order by} where {@link #columns} are selected. */
    String by(boolean backwards) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> "key" + i + (keys.get(i).descending() == backwards ? " asc" : " desc")
                        + (backwards ? " nulls first, " : " nulls last, "))
                .collect(Collectors.joining("", "", backwards ? "e.ref desc" : "e.ref"));
    }

    /** What holds for the entities behind a position or, backwards, before it. */
    Sql beyond(Position position) {
        if (position.ref() == null) {
            return Sql.of("true");
        }
        if (position.values().size() != keys.size() || !isStorable(position)) {
            throw elsewhere();
        }
        Sql beyond = Sql.of(position.backwards() ? "e.ref < ?" : "e.ref > ?", position.ref());
        for (int i = keys.size() - 1; i >= 0; i--) {
            beyond = beyond(keys.get(i), position.values().get(i), position.backwards(), beyond);
        }
        return beyond;
    }

    /** @param equal what holds for those that have the same value */
    private static Sql beyond(Key key, @Nullable String value, boolean backwards, Sql equal) {
        if (value == null) {
            Sql none = key.value().within("").then(Sql.of(backwards ? " is not null" : " is null"));
            return backwards ? none.or(equal) : none.and(equal);
        }
        String than = key.descending() == backwards ? " > " : " < ";
        List<Sql> ways = new ArrayList<>(
                List.of(compared(key, than, value), compared(key, " = ", value).and(equal)));
        if (key.always()) {
            return compared(key, than.stripTrailing() + "= ", value)
                    .and(Sql.joined(" or ", ways).within(""));
        }
        if (!backwards) {
            ways.add(key.value().within("").then(Sql.of(" is null")));
        }
        return Sql.joined(" or ", ways).within("");
    }

    private static Sql compared(Key key, String how, String value) {
        Object parameter = key.type().equals("text") ? value : number(value);
        return key.value().within("").then(Sql.of(how + "?::" + key.type(), parameter));
    }

    private static Float number(String value) {
        try {
            return Float.valueOf(value);
        } catch (NumberFormatException e) {
            throw elsewhere();
        }
    }

    /** PostgreSQL has no text with this character. */
    private static boolean isStorable(Position position) {
        return Stream.concat(Stream.ofNullable(position.ref()), position.values().stream())
                .noneMatch(text -> text != null && text.indexOf('\0') >= 0);
    }

    private static CatalogException elsewhere() {
        return new CatalogException(
                ProblemCode.INVALID,
                Problem.at("cursor", "It is no place in this order.").next("Begin again without one."));
    }
}
