package dev.slipway.gitops.validation.ownership;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** One object, one Application, once: otherwise syncs overwrite each other for ever. */
public final class OwnershipCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        Map<String, Managed> first = new HashMap<>();
        for (Managed each : inventory.objects()) {
            Managed other = first.putIfAbsent(each.identity(), each);
            if (other != null) {
                found.accept(each, violation(each, other));
            }
        }
    }

    private static Violation violation(Managed object, Managed other) {
        String application = object.application().application().name();
        String owner = other.application().application().name();
        if (application.equals(owner)) {
            return Violation.error(
                    Rule.DUPLICATE,
                    "",
                    "The Application \"" + application + "\" renders this object twice.",
                    "each object once",
                    "Remove one; the later one would win.");
        }
        return Violation.error(
                Rule.TWO_OWNERS,
                "",
                "The Applications \"" + owner + "\" and \"" + application + "\" both hold this object.",
                "one owner",
                "Take it out of one of them, or give it another name; otherwise each sync undoes the other's.");
    }
}
