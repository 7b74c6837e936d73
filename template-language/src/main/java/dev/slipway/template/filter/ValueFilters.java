package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Values;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters of numbers and of values of any kind. */
final class ValueFilters {

    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?[0-9]+)");
    private static final Pattern LEADING_FLOAT =
            Pattern.compile("\\s*([+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?)");

    private ValueFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("default", ValueFilters::defaulted);
        all.put("d", ValueFilters::defaulted);
        all.put("abs", (value, _, _) -> Numbers.of(Math.abs(Values.number(value))));
        all.put("int", (value, arguments, _) -> parsed(LEADING_INTEGER, value, arguments));
        all.put("float", (value, arguments, _) -> parsed(LEADING_FLOAT, value, arguments));
        all.put("round", ValueFilters::round);
        all.put("dump", ValueFilters::dump);
    }

    private static @Nullable Object defaulted(@Nullable Object value, Arguments arguments, Budget budget) {
        Object otherwise = arguments.positional().isEmpty()
                ? Undefined.UNDEFINED
                : arguments.positional().getFirst();
        boolean falsyToo = Values.isTrue(arguments.get(1, "boolean").orElse(false));
        boolean missing = falsyToo ? !Values.isTrue(value) : value == Undefined.UNDEFINED;
        return missing ? otherwise : value;
    }

    private static Object parsed(Pattern pattern, @Nullable Object value, Arguments arguments) {
        Matcher matcher = pattern.matcher(Values.text(value));
        return matcher.lookingAt()
                ? Numbers.of(Double.parseDouble(matcher.group(1)))
                : arguments.get(0, "default").orElse(Undefined.UNDEFINED);
    }

    private static Object round(@Nullable Object value, Arguments arguments, Budget budget) {
        double factor =
                Math.pow(10, Values.integer(arguments.get(0, "precision").orElse(null), 0));
        double scaled = Values.number(value) * factor;
        double rounded = switch (Values.text(arguments.get(1, "method").orElse("common"))) {
            case "ceil" -> Math.ceil(scaled);
            case "floor" -> Math.floor(scaled);
            default -> Math.floor(scaled + 0.5);
        };
        return Numbers.of(rounded / factor);
    }

    private static Object dump(@Nullable Object value, Arguments arguments, Budget budget) {
        int spaces = Math.clamp(Values.integer(arguments.get(0, "spaces").orElse(null), 0), 0, 10);
        return new JsonText(" ".repeat(spaces), budget).of(value);
    }
}
