package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.regex.Regex;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** nunjucks' tests by name: {@code value is defined}. */
public final class Tests {

    /** Whether something holds of a value. */
    @FunctionalInterface
    public interface Test {
        boolean holds(@Nullable Object value, Arguments arguments, Budget budget);
    }

    /** Every test of nunjucks. */
    public static final Map<String, Test> ALL = all();

    private Tests() {}

    private static Map<String, Test> all() {
        Map<String, Test> all = new HashMap<>();
        ofKinds(all);
        ofTexts(all);
        ofComparisons(all);
        ofNumbers(all);
        return Map.copyOf(all);
    }

    private static void ofKinds(Map<String, Test> all) {
        all.put("defined", (value, _, _) -> value != Undefined.UNDEFINED);
        all.put("undefined", (value, _, _) -> value == Undefined.UNDEFINED);
        all.put("null", (value, _, _) -> value == null);
        all.put("number", (value, _, _) -> value instanceof Number);
        all.put(
                "mapping",
                (value, _, _) -> value instanceof Map || value instanceof SafeText || value instanceof Regex);
        all.put("iterable", (value, _, _) -> isIterable(value));
        all.put("callable", (value, _, _) -> value instanceof Function);
        all.put("truthy", (value, _, _) -> Values.isTrue(value));
        all.put("falsy", (value, _, _) -> !Values.isTrue(value));
    }

    private static boolean isIterable(@Nullable Object value) {
        if (Values.isMissing(value)) {
            throw new IllegalArgumentException("\"iterable\" needs a value, not " + Values.kind(value) + ".");
        }
        return value instanceof List || value instanceof String || value instanceof SafeText;
    }

    private static void ofTexts(Map<String, Test> all) {
        all.put("string", (value, _, _) -> value instanceof String);
        all.put("escaped", (value, _, _) -> value instanceof SafeText);
        all.put(
                "lower",
                (value, _, _) ->
                        Inputs.text(value, "lower").toLowerCase(Locale.ROOT).equals(value));
        all.put(
                "upper",
                (value, _, _) ->
                        Inputs.text(value, "upper").toUpperCase(Locale.ROOT).equals(value));
    }

    private static void ofComparisons(Map<String, Test> all) {
        Test equal = (value, arguments, _) -> Operators.strictlyEqual(value, first(arguments));
        Test greater = (value, arguments, budget) -> Operators.less(first(arguments), value, false, budget);
        Test greaterOrEqual = (value, arguments, budget) -> Operators.less(first(arguments), value, true, budget);
        Test less = (value, arguments, budget) -> Operators.less(value, first(arguments), false, budget);
        Test lessOrEqual = (value, arguments, budget) -> Operators.less(value, first(arguments), true, budget);
        all.putAll(Map.of("eq", equal, "equalto", equal, "sameas", equal));
        all.put("ne", (value, arguments, budget) -> !equal.holds(value, arguments, budget));
        all.putAll(Map.of("gt", greater, "greaterthan", greater, "ge", greaterOrEqual));
        all.putAll(Map.of("lt", less, "lessthan", less, "le", lessOrEqual));
    }

    private static void ofNumbers(Map<String, Test> all) {
        all.put("odd", (value, _, budget) -> Conversions.number(value, budget) % 2 == 1);
        all.put("even", (value, _, budget) -> Conversions.number(value, budget) % 2 == 0);
        all.put(
                "divisibleby",
                (value, arguments, budget) ->
                        Conversions.number(value, budget) % Conversions.number(first(arguments), budget) == 0);
    }

    private static @Nullable Object first(Arguments arguments) {
        return arguments.positional().isEmpty()
                ? Undefined.UNDEFINED
                : arguments.positional().getFirst();
    }
}
