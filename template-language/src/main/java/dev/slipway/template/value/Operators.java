package dev.slipway.template.value;

import dev.slipway.template.syntax.BinaryOperator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's operators on values that are already evaluated. */
public final class Operators {

    private Operators() {}

    public static @Nullable Object apply(
            BinaryOperator operator, @Nullable Object left, @Nullable Object right, Budget budget) {
        return switch (operator) {
            case OR -> Values.isTrue(left) ? left : right;
            case AND -> Values.isTrue(left) ? right : left;
            case IN -> contains(right, left, budget);
            case EQUAL -> looselyEqual(left, right, budget);
            case STRICTLY_EQUAL -> strictlyEqual(left, right);
            case UNEQUAL -> !looselyEqual(left, right, budget);
            case STRICTLY_UNEQUAL -> !strictlyEqual(left, right);
            case LESS -> less(left, right, false, budget);
            case LESS_OR_EQUAL -> less(left, right, true, budget);
            case GREATER -> less(right, left, false, budget);
            case GREATER_OR_EQUAL -> less(right, left, true, budget);
            case CONCAT -> concatenated(left, right, budget);
            case ADD -> sum(left, right, budget);
            case SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER ->
                Numbers.of(arithmetic(operator, Conversions.number(left, budget), Conversions.number(right, budget)));
        };
    }

    private static double arithmetic(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> left % right;
            // In JavaScript 1 to the power of something infinite is not a number.
            default -> Math.abs(left) == 1 && Double.isInfinite(right) ? Double.NaN : StrictMath.pow(left, right);
        };
    }

    public static Object sum(@Nullable Object left, @Nullable Object right, Budget budget) {
        if (left instanceof Long a && right instanceof Long b) {
            return Numbers.of((double) a + b);
        }
        return isTextual(left) || isTextual(right)
                ? concatenated(left, right, budget)
                : Numbers.of(Conversions.number(left, budget) + Conversions.number(right, budget));
    }

    private static boolean isTextual(@Nullable Object value) {
        return value instanceof String || Values.isObject(value);
    }

    private static String concatenated(@Nullable Object left, @Nullable Object right, Budget budget) {
        String first = Conversions.text(left, budget);
        String second = Conversions.text(right, budget);
        budget.text((long) first.length() + second.length());
        return first + second;
    }

    /** {@code value in container}: an item of a list, a part of a text, a key of a map. */
    private static boolean contains(@Nullable Object container, @Nullable Object value, Budget budget) {
        return switch (container) {
            case List<?> items -> indexOf(items, value, 0, budget) >= 0;
            case String text -> Search.indexOf(text, Conversions.text(value, budget), 0, budget) >= 0;
            case SafeText safe -> contains(safe.text(), value, budget);
            case Map<?, ?> map -> map.containsKey(Conversions.text(value, budget));
            case null, default ->
                throw new IllegalArgumentException(
                        "\"in\" needs a list, a text or a map on its right, not " + Values.kind(container) + ".");
        };
    }

    static int indexOf(List<?> items, @Nullable Object wanted, int from, Budget budget) {
        budget.steps(items.size());
        for (int i = from; i < items.size(); i++) {
            if (strictlyEqual(items.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code ===}; lists, maps and marked texts are equal only to themselves. */
    public static boolean strictlyEqual(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (left instanceof String || left instanceof Boolean) {
            return left.equals(right);
        }
        return same(left, right);
    }

    @SuppressWarnings("ReferenceEquality") // JavaScript compares objects by identity
    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right;
    }

    /** {@code ==} with JavaScript's conversions. */
    private static boolean looselyEqual(@Nullable Object left, @Nullable Object right, Budget budget) {
        if (Values.isMissing(left) || Values.isMissing(right)) {
            return Values.isMissing(left) && Values.isMissing(right);
        }
        boolean bothObjects = Values.isObject(left) && Values.isObject(right);
        if (bothObjects || (left instanceof String && right instanceof String)) {
            return strictlyEqual(left, right);
        }
        if (Values.isObject(left)) {
            return looselyEqual(Conversions.text(left, budget), right, budget);
        }
        if (Values.isObject(right)) {
            return looselyEqual(left, Conversions.text(right, budget), budget);
        }
        return Conversions.number(left, budget) == Conversions.number(right, budget);
    }

    /** {@code left < right}, or {@code <=}: texts by their characters, everything else as numbers. */
    public static boolean less(@Nullable Object left, @Nullable Object right, boolean orEqual, Budget budget) {
        Object a = Values.isObject(left) ? Conversions.text(left, budget) : left;
        Object b = Values.isObject(right) ? Conversions.text(right, budget) : right;
        if (a instanceof String first && b instanceof String second) {
            return orEqual ? first.compareTo(second) <= 0 : first.compareTo(second) < 0;
        }
        double first = Conversions.number(a, budget);
        double second = Conversions.number(b, budget);
        return orEqual ? first <= second : first < second;
    }
}
