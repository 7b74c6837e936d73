package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.function.BiConsumer;

/** Classes that the cluster may have from elsewhere: only said, never wrong. */
public final class ClassCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed each : inventory.objects()) {
            Workload.of(each).ifPresent(workload -> {
                String at = workload.pointer();
                workload.text("priorityClassName")
                        .filter(name -> !name.startsWith("system-"))
                        .ifPresent(name ->
                                check(inventory, each, "PriorityClass", name, at + "/priorityClassName", found));
                workload.text("runtimeClassName")
                        .ifPresent(
                                name -> check(inventory, each, "RuntimeClass", name, at + "/runtimeClassName", found));
            });
            if (each.kind().equals("PersistentVolumeClaim")) {
                named(inventory, each, "StorageClass", "storageClassName", found);
            } else if (each.kind().equals("Ingress")) {
                named(inventory, each, "IngressClass", "ingressClassName", found);
            }
        }
    }

    private static void named(
            Inventory inventory, Managed each, String kind, String field, BiConsumer<Managed, Violation> found) {
        each.object()
                .text("spec", field)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> check(inventory, each, kind, name, "/spec/" + field, found));
    }

    private static void check(
            Inventory inventory,
            Managed from,
            String kind,
            String name,
            String at,
            BiConsumer<Managed, Violation> found) {
        if (inventory.find(from.cluster(), "", kind, name).isEmpty()) {
            found.accept(
                    from,
                    Violation.unknown(
                            Rule.CLASS,
                            at,
                            "Git declares no " + kind + " \"" + name + "\" for \"" + from.cluster()
                                    + "\". Whether the cluster has one cannot be told.",
                            ""));
        }
    }
}
