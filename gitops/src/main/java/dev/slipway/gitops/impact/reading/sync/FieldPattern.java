package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.fields.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field and all that is below it, or several that one expression names. */
record FieldPattern(List<Part> parts) {

    /** One part of the way from an object's root. */
    sealed interface Part {

        /** Into a map. */
        record Key(String name) implements Part {}

        /** To an element of a list by its position from 0, or into a map by a key of digits. */
        record Position(int number) implements Part {}

        /** To every element of a list, or every value of a map. */
        record Each() implements Part {}

        /**
         * No further unless the value says this.
         *
         * @param keys from the value to what is compared
         * @param operand a text, a boolean, a number as jq has it, or null, which is also what is not there
         */
        record Where(List<String> keys, @Nullable Object operand, boolean equal) implements Part {}
    }

    FieldPattern {
        parts = List.copyOf(parts);
    }

    /** Whether a field that differs is one of these, as well in one object as in the other. */
    boolean covers(FieldPath path, Object before, Object after) {
        int at = 0;
        for (Part part : parts) {
            FieldPath here = path.first(at);
            if (part instanceof Part.Where where) {
                if (!holds(where, here.valueIn(before)) || !holds(where, here.valueIn(after))) {
                    return false;
                }
            } else {
                at++;
                if (at > path.steps().size() || !leads(part, path.first(at), before, after)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is not there cannot say otherwise. */
    private static boolean holds(Part.Where where, @Nullable Object value) {
        Object compared = value;
        for (String key : where.keys()) {
            compared = compared instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value == null || (isSame(compared, where.operand()) == where.equal());
    }

    /** What is of another type is never the same. */
    private static boolean isSame(@Nullable Object value, @Nullable Object operand) {
        return (value instanceof Number number && operand instanceof Double)
                ? operand.equals(number.doubleValue())
                : Objects.equals(value, operand);
    }

    private static boolean leads(Part part, FieldPath path, Object before, Object after) {
        Step step = path.steps().getLast();
        return switch (part) {
            case Part.Key key -> step.equals(new Step.Key(key.name()));
            case Part.Each _ -> true;
            case Part.Position position ->
                step.equals(new Step.Key(Integer.toString(position.number())))
                        || (isAt(position.number(), path, before) && isAt(position.number(), path, after));
            case Part.Where _ -> false;
        };
    }

    /** The element itself: an equal one may stand at another place. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isAt(int number, FieldPath path, Object root) {
        Object list = path.first(path.steps().size() - 1).valueIn(root);
        Object element = path.valueIn(root);
        return list instanceof List<?> elements
                && (element == null || (number < elements.size() && elements.get(number) == element));
    }
}
