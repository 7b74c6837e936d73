package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.kustomize.document.Values;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of resources by name: {@code requests.cpu}, {@code limits.memory} …
 *
 * @param values unmodifiable
 */
record Amounts(Map<String, Quantity> values) {

    static final Amounts NONE = new Amounts(Map.of());

    Amounts {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Of {@code requests} and {@code limits}; where only a limit is said, it is requested, too. */
    static Amounts of(@Nullable Object resources) {
        Map<String, Quantity> values = new TreeMap<>();
        put(values, "limits.", Values.map(resources, "limits"));
        put(values, "requests.", Values.map(resources, "limits"));
        put(values, "requests.", Values.map(resources, "requests"));
        return new Amounts(values);
    }

    private static void put(
            Map<String, Quantity> values, String prefix, @Nullable Map<String, @Nullable Object> amounts) {
        if (amounts != null) {
            amounts.forEach((name, value) -> Quantity.parse(value).ifPresent(each -> values.put(prefix + name, each)));
        }
    }

    /** These, and of the others what is missing here. */
    Amounts or(Amounts others) {
        Map<String, Quantity> all = new TreeMap<>(others.values);
        all.putAll(values);
        return new Amounts(all);
    }

    Amounts plus(Amounts other) {
        return merged(other, Quantity::plus);
    }

    Amounts max(Amounts other) {
        return merged(other, Quantity::max);
    }

    private Amounts merged(Amounts other, BinaryOperator<Quantity> merge) {
        Map<String, Quantity> all = new TreeMap<>(values);
        other.values.forEach((name, value) -> all.merge(name, value, merge));
        return new Amounts(all);
    }

    Quantity of(String name) {
        return values.getOrDefault(name, Quantity.ZERO);
    }
}
