package dev.slipway.catalog.search;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with its parameters in order. */
record Sql(String text, List<Object> parameters) {

    Sql {
        parameters = List.copyOf(parameters);
    }

    static Sql of(String text, Object... parameters) {
        return new Sql(text, List.of(parameters));
    }

    static Sql joined(String separator, List<Sql> parts) {
        List<Object> parameters = new ArrayList<>();
        parts.forEach(part -> parameters.addAll(part.parameters()));
        return new Sql(String.join(separator, parts.stream().map(Sql::text).toList()), parameters);
    }

    Sql and(Sql other) {
        return joined(" and ", List.of(this, other));
    }

    /** Either holds. */
    Sql or(Sql other) {
        return joined(" or ", List.of(this, other)).within("");
    }

    /** False where it would be null. */
    Sql orFalse() {
        return new Sql("coalesce(" + text + ", false)", parameters);
    }

    Sql then(Sql other) {
        return joined("", List.of(this, other));
    }

    /** The first characters of a text. */
    Sql cut(int length) {
        return joined("", List.of(of("left("), this, of(", " + length + ")")));
    }

    Sql within(String prefix) {
        return new Sql(prefix + "(" + text + ")", parameters);
    }
}
