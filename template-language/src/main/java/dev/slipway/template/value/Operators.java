package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.BinaryOperator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JavaScript's operators on values that are already evaluated. */
public final class Operators {

    private Operators() {}

    public static @Nullable Object apply(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right, Budget budget) {
        return switch (operator) {
            case OR -> Values.isTrue(left) ? left : right;
            case AND -> Values.isTrue(left) ? right : left;
            case IN -> contains(right, left);
            case NOT_IN -> !contains(right, left);
            case EQUAL -> looselyEqual(left, right);
            case STRICTLY_EQUAL -> strictlyEqual(left, right);
            case UNEQUAL -> !looselyEqual(left, right);
            case STRICTLY_UNEQUAL -> !strictlyEqual(left, right);
            case LESS -> less(left, right, false);
            case LESS_OR_EQUAL -> less(left, right, true);
            case GREATER -> less(right, left, false);
            case GREATER_OR_EQUAL -> less(right, left, true);
            case CONCAT -> concatenated(left, right, budget);
            case ADD -> sum(left, right, budget);
            case SUBTRACT -> Numbers.of(Values.number(left) - Values.number(right));
            case MULTIPLY -> Numbers.of(Values.number(left) * Values.number(right));
            case DIVIDE -> Numbers.of(Values.number(left) / Values.number(right));
            case FLOOR_DIVIDE -> Numbers.of(Math.floor(Values.number(left) / Values.number(right)));
            case MODULO -> Numbers.of(Values.number(left) % Values.number(right));
            case POWER -> Numbers.of(Math.pow(Values.number(left), Values.number(right)));
        };
    }

    private static Object sum(@Nullable Object left, @Nullable Object right, Budget budget) {
        return isTextual(left) || isTextual(right)
                ? concatenated(left, right, budget)
                : Numbers.of(Values.number(left) + Values.number(right));
    }

    private static boolean isTextual(@Nullable Object value) {
        return value instanceof String || value instanceof List || value instanceof Map;
    }

    private static String concatenated(@Nullable Object left, @Nullable Object right, Budget budget) {
        String first = Values.text(left);
        String second = Values.text(right);
        budget.text((long) first.length() + second.length());
        return first + second;
    }

    /** {@code value in container}: an item of a list, a part of a text, a key of a map. */
    public static boolean contains(@Nullable Object container, @Nullable Object value) {
        return switch (container) {
            case List<?> items -> items.stream().anyMatch(item -> strictlyEqual(item, value));
            case String text -> text.contains(Values.text(value));
            case Map<?, ?> map -> map.containsKey(Values.text(value));
            case null, default ->
                throw new IllegalArgumentException(
                        "\"in\" needs a list, a text or a map on its right, not " + Values.kind(container) + ".");
        };
    }

    /** {@code ===}; lists and maps are equal only to themselves. */
    public static boolean strictlyEqual(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return isContainer(left) ? same(left, right) : Objects.equals(left, right);
    }

    /** {@code ==} with JavaScript's conversions. */
    public static boolean looselyEqual(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || Values.isMissing(left) || Values.isMissing(right)) {
            return Values.isMissing(left) && Values.isMissing(right);
        }
        if (isContainer(left) && isContainer(right)) {
            return same(left, right);
        }
        if (isContainer(left) || isContainer(right)) {
            return looselyEqual(
                    isContainer(left) ? Values.text(left) : left, isContainer(right) ? Values.text(right) : right);
        }
        if (left.getClass().equals(right.getClass()) && !(left instanceof Number)) {
            return left.equals(right);
        }
        return Values.number(left) == Values.number(right);
    }

    private static boolean isContainer(@Nullable Object value) {
        return value instanceof List || value instanceof Map;
    }

    @SuppressWarnings("ReferenceEquality") // JavaScript compares lists and maps by identity
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right;
    }

    /** {@code left < right}, or {@code <=}: texts by their characters, everything else as numbers. */
    public static boolean less(@Nullable Object left, @Nullable Object right, boolean orEqual) {
        Object a = primitive(left);
        Object b = primitive(right);
        if (a instanceof String first && b instanceof String second) {
            return orEqual ? first.compareTo(second) <= 0 : first.compareTo(second) < 0;
        }
        return orEqual ? Values.number(a) <= Values.number(b) : Values.number(a) < Values.number(b);
    }

    private static @Nullable Object primitive(@Nullable Object value) {
        return isTextual(value) && value != Undefined.UNDEFINED ? Values.text(value) : value;
    }
}
