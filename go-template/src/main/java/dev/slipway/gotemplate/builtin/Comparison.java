package dev.slipway.gotemplate.builtin;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.format.GoPrintf;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.StringOrder;
import dev.slipway.gotemplate.value.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code eq}, {@code lt} and their kin. */
final class Comparison {

    private static final int MESSAGE = 10_000;

    private Comparison() {}

    private enum Kind {
        NONE,
        BOOL,
        INT,
        FLOAT,
        STRING
    }

    private static Kind kind(@Nullable Object value) {
        return switch (value) {
            case null -> Kind.NONE;
            case Boolean bool -> Kind.BOOL;
            case Long number -> Kind.INT;
            case Integer number -> Kind.INT;
            case Int64 number -> Kind.INT;
            case Double number -> Kind.FLOAT;
            case String text -> Kind.STRING;
            default -> Kind.NONE;
        };
    }

    /** Whether the first equals any of the others. */
    static boolean equal(List<@Nullable Object> arguments) {
        if (arguments.size() < 2) throw new FunctionException("missing argument for comparison");
        for (int i = 1; i < arguments.size(); i++) {
            if (equal(arguments.getFirst(), arguments.get(i))) return true;
        }
        return false;
    }

    static boolean equal(@Nullable Object leftBoxed, @Nullable Object rightBoxed) {
        Object left = Boxed.open(leftBoxed);
        Object right = Boxed.open(rightBoxed);
        Kind kind = kind(left);
        if (kind != kind(right)) {
            if (left == null || right == null) return false;
            throw new FunctionException("incompatible types for comparison");
        }
        if (left == null || right == null) return left == null && right == null;
        return switch (kind) {
            case BOOL, STRING -> left.equals(right);
            case INT -> integer(left) == integer(right);
            case FLOAT -> ((Double) left).doubleValue() == ((Double) right).doubleValue();
            case NONE -> same(left, right);
        };
    }

    private static boolean same(Object left, Object right) {
        if (!Types.kind(left).equals(Types.kind(right))) {
            throw new FunctionException(
                    message("non-comparable types %s: %v, %s: %v", left, Types.name(left), Types.name(right), right));
        }
        if (Types.kind(right).equals("struct")) return left.equals(right);
        throw new FunctionException(message("non-comparable type %s: %v", right, Types.name(right)));
    }

    private static String message(String format, Object... values) {
        return GoPrintf.printf(format, Arrays.asList(values), MESSAGE);
    }

    static boolean less(@Nullable Object leftBoxed, @Nullable Object rightBoxed) {
        Object left = Boxed.open(leftBoxed);
        Object right = Boxed.open(rightBoxed);
        Kind kind = kind(left);
        if (left == null || right == null || kind == Kind.NONE || kind(right) == Kind.NONE) throw notOrdered();
        if (kind != kind(right)) throw new FunctionException("incompatible types for comparison");
        return switch (kind) {
            case INT -> integer(left) < integer(right);
            case FLOAT -> (Double) left < (Double) right;
            case STRING -> StringOrder.compare((String) left, (String) right) < 0;
            case BOOL, NONE -> throw notOrdered();
        };
    }

    static boolean lessOrEqual(@Nullable Object left, @Nullable Object right) {
        return less(left, right) || equal(left, right);
    }

    private static FunctionException notOrdered() {
        return new FunctionException("invalid type for comparison");
    }

    private static long integer(Object value) {
        return ((Number) value).longValue();
    }
}
