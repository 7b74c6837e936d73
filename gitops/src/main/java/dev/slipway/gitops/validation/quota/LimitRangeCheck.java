package dev.slipway.gitops.validation.quota;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Containers are within what LimitRanges admit, and within their own limits. */
public final class LimitRangeCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (List<Workload> workloads : inventory.workloads()) {
            LimitRanges ranges = LimitRanges.of(inventory, workloads.getFirst().owner());
            for (Workload workload : workloads) {
                for (Container container : workload.containers()) {
                    check(container, ranges, each -> found.accept(workload.owner(), each));
                }
            }
        }
    }

    private static void check(Container container, LimitRanges ranges, Consumer<Violation> found) {
        Amounts amounts = PodDemand.of(container, ranges.defaults());
        amounts.values().forEach((name, amount) -> {
            @Nullable Quantity limit = amounts.values().get(name.replace("requests.", "limits."));
            if (name.startsWith("requests.") && limit != null && amount.compareTo(limit) > 0) {
                Rule rule = ranges.defaults().values().isEmpty() ? Rule.RESOURCES : Rule.LIMIT_RANGE;
                found.accept(violation(rule, container, name, amount, "at most its limit, " + limit));
            }
        });
        for (LimitRanges.Bound bound : ranges.bounds()) {
            String name = (bound.upper() ? "limits." : "requests.") + bound.resource();
            @Nullable Quantity amount = amounts.values().get(name);
            if (amount != null && isBeyond(bound, amount)) {
                String words = (bound.upper() ? "at most " : "at least ") + bound.amount();
                found.accept(violation(
                        Rule.LIMIT_RANGE, container, name, amount, words + ", as " + bound.range() + " says"));
            }
        }
    }

    private static boolean isBeyond(LimitRanges.Bound bound, Quantity amount) {
        int order = amount.compareTo(bound.amount());
        return bound.upper() ? order > 0 : order < 0;
    }

    private static Violation violation(Rule rule, Container container, String name, Quantity amount, String expected) {
        return Violation.error(
                rule,
                container.pointer() + "/resources/" + name.replaceFirst("\\.", "/"),
                "The container \"" + container.name() + "\" has " + name + " of " + amount + ".",
                expected,
                "Kubernetes refuses its pods.");
    }
}
