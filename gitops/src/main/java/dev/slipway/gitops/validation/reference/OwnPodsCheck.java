package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A Deployment selects the pods of its own template, and no other Deployment's. */
public final class OwnPodsCheck implements Check {

    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (List<Workload> namespace : inventory.workloads()) {
            for (Workload workload : namespace) {
                if (KINDS.contains(workload.owner().kind())) {
                    check(workload, namespace, found);
                }
            }
        }
    }

    private static void check(Workload workload, List<Workload> others, BiConsumer<Managed, Violation> found) {
        Map<String, @Nullable Object> written = workload.owner().object().map("spec", "selector");
        Selector selector = Selector.of(written);
        if (selector.isEmpty()) {
            if (workload.owner().object().at("spec", "selector").isPresent()) {
                found.accept(workload.owner(), empty());
            }
            return;
        }
        if (!selector.matches(workload.labels())) {
            found.accept(
                    workload.owner(),
                    Violation.error(
                            Rule.SELECTOR_TEMPLATE,
                            "/spec/selector",
                            "The selector " + selector + " does not select the pods of its own template, which have "
                                    + Selector.ofLabels(workload.labels()) + ".",
                            "labels of the template",
                            "Kubernetes refuses the object: give the template these labels."));
        }
        others.stream()
                .filter(other -> KINDS.contains(other.owner().kind())
                        && !other.owner().identity().equals(workload.owner().identity())
                        && selector.matches(other.labels()))
                .findFirst()
                .ifPresent(other -> found.accept(
                        workload.owner(),
                        Violation.warning(
                                Rule.SELECTOR_TEMPLATE,
                                "/spec/selector",
                                "The selector " + selector + " selects the pods of " + other.owner() + " as well.",
                                "labels that only its own pods have",
                                "Add a label that tells them apart.")));
    }

    private static Violation empty() {
        return Violation.refused(
                Rule.SELECTOR_TEMPLATE, "/spec/selector", "The selector is empty.", "labels of the template");
    }
}
