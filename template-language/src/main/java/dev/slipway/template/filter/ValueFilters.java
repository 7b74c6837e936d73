package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters of numbers and of values of any kind. */
final class ValueFilters {

    private static final int MOST_SPACES = 10;

    private ValueFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("default", ValueFilters::defaulted);
        all.put("d", ValueFilters::defaulted);
        all.put("abs", (value, _, budget) -> Numbers.of(Math.abs(Conversions.number(value, budget))));
        all.put("int", ValueFilters::integer);
        all.put("float", ValueFilters::decimal);
        all.put("round", ValueFilters::round);
        all.put("dump", ValueFilters::dump);
        all.put("jsonify", ValueFilters::dump);
    }

    private static @Nullable Object defaulted(@Nullable Object value, Arguments arguments, Budget budget) {
        boolean falsyToo = Inputs.isTrue(arguments, 1, "boolean");
        boolean missing = falsyToo ? !Values.isTrue(value) : value == Undefined.UNDEFINED;
        return missing ? argument(arguments, 0, "default_value") : value;
    }

    private static @Nullable Object integer(@Nullable Object value, Arguments arguments, Budget budget) {
        Object base = argument(arguments, 1, "base");
        int radix = base == Undefined.UNDEFINED ? 10 : Conversions.integer(base, 10, budget);
        double number = Numbers.parseInteger(Conversions.text(value, budget), radix);
        return Double.isNaN(number) ? argument(arguments, 0, "default") : Numbers.of(number);
    }

    private static @Nullable Object decimal(@Nullable Object value, Arguments arguments, Budget budget) {
        double number = Numbers.parseFloat(Conversions.text(value, budget));
        return Double.isNaN(number) ? argument(arguments, 0, "default") : Numbers.of(number);
    }

    private static Object round(@Nullable Object value, Arguments arguments, Budget budget) {
        Object precision = argument(arguments, 0, "precision");
        double factor = StrictMath.pow(10, Values.isTrue(precision) ? Conversions.number(precision, budget) : 0);
        double scaled = Conversions.number(value, budget) * factor;
        Object method = argument(arguments, 1, "method");
        double rounded = "ceil".equals(method)
                ? Math.ceil(scaled)
                : "floor".equals(method) ? Math.floor(scaled) : halfUp(scaled);
        return Numbers.of(rounded / factor);
    }

    /** JavaScript's {@code Math.round}. */
    private static double halfUp(double value) {
        double floor = Math.floor(value);
        return value - floor >= 0.5 ? floor + 1 : floor;
    }

    private static Object dump(@Nullable Object value, Arguments arguments, Budget budget) {
        if (value == Undefined.UNDEFINED || value instanceof Function) {
            return Undefined.UNDEFINED;
        }
        String indent = switch (argument(arguments, 0, "spaces")) {
            case String text -> text.substring(0, Math.min(MOST_SPACES, text.length()));
            case Number number -> " ".repeat(Math.clamp(number.longValue(), 0, MOST_SPACES));
            case null, default -> "";
        };
        return new JsonText(indent, budget).of(value);
    }
}
