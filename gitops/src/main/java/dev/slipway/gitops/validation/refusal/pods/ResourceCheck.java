package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Containers ask for resources that there are; what cannot be shared is asked for and limited alike. */
final class ResourceCheck implements PodCheck {

    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");
    private static final String PAGES = "hugepages-";

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        for (Container container : pods.containers()) {
            Map<String, @Nullable Object> limits = amounts(container, "limits");
            Map<String, @Nullable Object> requests = amounts(container, "requests");
            for (String list : List.of("limits", "requests")) {
                amounts(container, list)
                        .forEach((name, value) -> amount(name, value, at(container, list, name), found));
            }
            requests.forEach((name, value) -> {
                if (isWhole(name) && !alike(value, limits.get(name))) {
                    found.accept(refused(
                            at(container, "requests", name),
                            "\"" + name + "\" is not shared, and its limit is not what is asked for.",
                            "a limit that equals the request"));
                }
            });
        }
    }

    private static Map<String, @Nullable Object> amounts(Container container, String list) {
        Map<String, @Nullable Object> amounts = Values.asMap(container.at("resources", list));
        return amounts == null ? Map.of() : amounts;
    }

    private static String at(Container container, String list, String name) {
        return container.pointer() + "/resources/" + list + "/"
                + name.replace("~", "~0").replace("/", "~1");
    }

    private static void amount(String name, @Nullable Object value, String at, Consumer<Violation> found) {
        boolean known =
                name.contains("/") ? Names.isQualified(name) : STANDARD.contains(name) || name.startsWith(PAGES);
        if (!known) {
            found.accept(refused(
                    at,
                    "\"" + name + "\" is no resource of containers.",
                    "one of cpu, memory, ephemeral-storage, or a name with a domain, such as nvidia.com/gpu"));
        }
        Optional<Quantity> quantity = Quantity.parse(value);
        if (quantity.isPresent()
                && isWhole(name)
                && quantity.get().value().stripTrailingZeros().scale() > 0) {
            found.accept(refused(at, value + " of " + name + " cannot be: it is not divided.", "a whole number"));
        }
        if (quantity.isPresent() && quantity.get().compareTo(Quantity.ZERO) < 0) {
            found.accept(refused(at, value + " of " + name + " is less than nothing.", "0 or more"));
        }
    }

    /** Nodes give it to one pod alone. */
    private static boolean isWhole(String name) {
        return name.startsWith(PAGES) || (name.contains("/") && !name.contains("kubernetes.io/"));
    }

    private static boolean alike(@Nullable Object request, @Nullable Object limit) {
        return Quantity.parse(request)
                .flatMap(one -> Quantity.parse(limit).map(other -> one.compareTo(other) == 0))
                .orElse(false);
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.RESOURCES, at, what, expected);
    }
}
