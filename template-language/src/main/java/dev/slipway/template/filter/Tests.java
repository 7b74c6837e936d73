package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.value.Operators;
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
        boolean holds(@Nullable Object value, Arguments arguments);
    }

    /** Every test of nunjucks that is known. */
    public static final Map<String, Test> ALL = all();

    private Tests() {}

    private static Map<String, Test> all() {
        Map<String, Test> all = new HashMap<>();
        ofKinds(all);
        ofComparisons(all);
        ofNumbers(all);
        return Map.copyOf(all);
    }

    private static void ofKinds(Map<String, Test> all) {
        all.put("defined", (value, _) -> value != Undefined.UNDEFINED);
        all.put("undefined", (value, _) -> value == Undefined.UNDEFINED);
        all.put("null", (value, _) -> value == null);
        all.put("none", (value, _) -> value == null);
        all.put("number", (value, _) -> value instanceof Number);
        all.put("string", (value, _) -> value instanceof String);
        all.put("mapping", (value, _) -> value instanceof Map);
        all.put("iterable", (value, _) -> value instanceof List || value instanceof String);
        all.put("callable", (value, _) -> Values.kind(value).equals("a function"));
        all.put("escaped", (_, _) -> false);
        all.put("truthy", (value, _) -> Values.isTrue(value));
        all.put("falsy", (value, _) -> !Values.isTrue(value));
        all.put("lower", (value, _) -> value instanceof String text && text.equals(text.toLowerCase(Locale.ROOT)));
        all.put("upper", (value, _) -> value instanceof String text && text.equals(text.toUpperCase(Locale.ROOT)));
    }

    private static void ofComparisons(Map<String, Test> all) {
        Test equal = (value, arguments) -> Operators.strictlyEqual(value, first(arguments));
        Test greater = (value, arguments) -> Operators.less(first(arguments), value, false);
        Test greaterOrEqual = (value, arguments) -> Operators.less(first(arguments), value, true);
        Test less = (value, arguments) -> Operators.less(value, first(arguments), false);
        Test lessOrEqual = (value, arguments) -> Operators.less(value, first(arguments), true);
        all.putAll(Map.of("eq", equal, "equalto", equal, "sameas", equal));
        all.put("ne", (value, arguments) -> !equal.holds(value, arguments));
        all.putAll(Map.of("gt", greater, "greaterthan", greater, "ge", greaterOrEqual));
        all.putAll(Map.of("lt", less, "lessthan", less, "le", lessOrEqual));
    }

    private static void ofNumbers(Map<String, Test> all) {
        all.put("odd", (value, _) -> Math.abs(Values.number(value) % 2) == 1);
        all.put("even", (value, _) -> Values.number(value) % 2 == 0);
        all.put("divisibleby", (value, arguments) -> Values.number(value) % Values.number(first(arguments)) == 0);
    }

    private static @Nullable Object first(Arguments arguments) {
        return arguments.positional().isEmpty()
                ? Undefined.UNDEFINED
                : arguments.positional().getFirst();
    }
}
