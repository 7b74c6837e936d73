package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the LimitRanges of a namespace say of containers.
 *
 * @param defaults for containers that say nothing
 */
record LimitRanges(Amounts defaults, List<Bound> bounds) {

    /** How much or little of a resource a container may have. */
    record Bound(Managed range, String resource, boolean upper, Quantity amount) {}

    static LimitRanges of(Inventory inventory, Managed anyone) {
        Map<String, Quantity> defaults = new HashMap<>();
        List<Bound> bounds = new ArrayList<>();
        for (Managed range : inventory.all(anyone.cluster(), anyone.namespace(), "LimitRange")) {
            for (Object limit : range.object().list("spec", "limits")) {
                if ("Container".equals(Values.text(limit, "type"))) {
                    // A default limit is the default request where none is said.
                    put(defaults, "requests.", limit, "default");
                    put(defaults, "requests.", limit, "defaultRequest");
                    put(defaults, "limits.", limit, "default");
                    bounds(range, limit, "min", false, bounds);
                    bounds(range, limit, "max", true, bounds);
                }
            }
        }
        return new LimitRanges(new Amounts(defaults), bounds);
    }

    private static void put(Map<String, Quantity> defaults, String prefix, @Nullable Object limit, String field) {
        Map<String, @Nullable Object> amounts = Values.map(limit, field);
        if (amounts != null) {
            amounts.forEach(
                    (name, value) -> Quantity.parse(value).ifPresent(each -> defaults.put(prefix + name, each)));
        }
    }

    private static void bounds(Managed range, @Nullable Object limit, String field, boolean upper, List<Bound> bounds) {
        Map<String, @Nullable Object> amounts = Values.map(limit, field);
        if (amounts != null) {
            amounts.forEach((name, value) ->
                    Quantity.parse(value).ifPresent(each -> bounds.add(new Bound(range, name, upper, each))));
        }
    }
}
