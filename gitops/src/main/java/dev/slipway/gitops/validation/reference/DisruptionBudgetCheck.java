package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.List;
import java.util.function.BiConsumer;

/** A PodDisruptionBudget guards pods, and lets nodes be drained. */
public final class DisruptionBudgetCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed budget : inventory.objects()) {
            if (budget.kind().equals("PodDisruptionBudget")
                    && budget.object().group().equals("policy")) {
                Selector selector = Selector.of(budget.object().map("spec", "selector"));
                List<Workload> pods = inventory.selected(budget.cluster(), budget.namespace(), selector);
                if (pods.isEmpty()) {
                    found.accept(budget, nothing(inventory, budget, selector));
                } else if (letsNoneGo(inventory, budget, pods)) {
                    found.accept(budget, stuck());
                }
            }
        }
    }

    private static Violation nothing(Inventory inventory, Managed budget, Selector selector) {
        return Violation.warning(
                Rule.DISRUPTION_BUDGET,
                "/spec/selector",
                "No pod of " + new References(inventory, budget).where()
                        + (selector.isEmpty() ? " is there." : " has the labels " + selector + "."),
                "labels of pods",
                "It guards nothing.");
    }

    private static boolean letsNoneGo(Inventory inventory, Managed budget, List<Workload> pods) {
        String most = budget.object().text("spec", "maxUnavailable").orElse("");
        String least = budget.object().text("spec", "minAvailable").orElse("");
        long replicas = pods.stream().mapToLong(inventory::leastReplicas).sum();
        return most.equals("0")
                || most.equals("0%")
                || least.equals("100%")
                || (least.matches("\\d{1,9}") && replicas > 0 && Long.parseLong(least) >= replicas);
    }

    private static Violation stuck() {
        return Violation.warning(
                Rule.DISRUPTION_BUDGET,
                "/spec",
                "It lets no pod go: a node that one of them is on cannot be drained.",
                "maxUnavailable of at least 1, or fewer minAvailable than replicas",
                "Let one go, or run one more.");
    }
}
