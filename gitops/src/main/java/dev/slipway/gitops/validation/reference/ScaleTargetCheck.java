package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** An autoscaler has something to scale, for itself alone. */
public final class ScaleTargetCheck implements Check {

    private static final String AT = "/spec/scaleTargetRef";

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        Map<String, Managed> scaled = new HashMap<>();
        for (Managed scaler : inventory.objects()) {
            String name = scaler.object().text("spec", "scaleTargetRef", "name").orElse("");
            if (!scaler.kind().equals("HorizontalPodAutoscaler") || name.isEmpty()) {
                continue;
            }
            String kind = scaler.object().text("spec", "scaleTargetRef", "kind").orElse("Deployment");
            References references = new References(inventory, scaler);
            if (references.find(kind, name).isEmpty()) {
                found.accept(
                        scaler,
                        Violation.error(
                                Rule.SCALE_TARGET,
                                AT + "/name",
                                references.missing(kind, name),
                                "",
                                references.meant(kind, name, "Correct the name; nothing is scaled.")));
            }
            Managed other =
                    scaled.putIfAbsent(scaler.cluster() + " " + scaler.namespace() + " " + kind + " " + name, scaler);
            if (other != null && !other.name().equals(scaler.name())) {
                found.accept(
                        scaler,
                        Violation.error(
                                Rule.SCALE_TARGET,
                                AT,
                                kind + " \"" + name + "\" is scaled by " + other + " as well.",
                                "one autoscaler",
                                "Remove one: they undo each other."));
            }
        }
    }
}
