package dev.slipway.gitops.validation.ownership;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.CreatedNames;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One object, one Application, once: otherwise syncs overwrite each other for ever. */
public final class OwnershipCheck implements Check {

    private static final String OWN_CLUSTER = "in-cluster";

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        Map<String, List<Managed>> earlier = new HashMap<>();
        for (Managed each : inventory.objects()) {
            if (CreatedNames.isOne(each.object())) {
                continue; // each sync makes another one
            }
            List<Managed> same = earlier.computeIfAbsent(each.identity(), _ -> new ArrayList<>(1));
            same.stream()
                    .filter(other -> !areOfTwoClusters(application(each), application(other)))
                    .findFirst()
                    .ifPresent(other -> found.accept(each, violation(each, other)));
            same.add(each);
        }
    }

    /** No Argo CD has two Applications of one name in one namespace; where there are two, each deploys to its own cluster. */
    private static boolean areOfTwoClusters(Application one, Application other) {
        return one.cluster().equals(OWN_CLUSTER)
                && other.cluster().equals(OWN_CLUSTER)
                && !one.id().equals(other.id())
                && one.id().isNamedLike(other.id());
    }

    private static Violation violation(Managed object, Managed other) {
        if (application(object).id().equals(application(other).id())) {
            return Violation.error(
                    Rule.DUPLICATE,
                    "",
                    "The Application \"" + application(object).name() + "\" renders this object twice.",
                    "each object once",
                    "Remove one; the later one would win.");
        }
        Identities identities = Identities.of(List.of(other.application(), object.application()));
        return Violation.error(
                Rule.TWO_OWNERS,
                "",
                "The Applications \"" + identities.words(application(other)) + "\" and \""
                        + identities.words(application(object)) + "\" both hold this object.",
                "one owner",
                "Take it out of one of them, or give it another name; otherwise each sync undoes the other's.");
    }

    private static Application application(Managed object) {
        return object.application().application();
    }
}
