package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The Gateways that routes of the Gateway API are attached to. */
public final class GatewayCheck implements Check {

    private static final String GROUP = "gateway.networking.k8s.io";

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed object : inventory.objects()) {
            if (object.object().group().equals(GROUP) && object.kind().endsWith("Route")) {
                List<@Nullable Object> parents = object.object().list("spec", "parentRefs");
                for (int i = 0; i < parents.size(); i++) {
                    violation(inventory, object, parents.get(i), "/spec/parentRefs/" + i)
                            .ifPresent(each -> found.accept(object, each));
                }
            }
        }
    }

    /** Of a namespace without Gateways in Git nobody knows what it holds. */
    private static Optional<Violation> violation(
            Inventory inventory, Managed route, @Nullable Object parent, String pointer) {
        String name = Values.text(parent, "name");
        if (name == null || !isGateway(parent)) {
            return Optional.empty();
        }
        String namespace = Objects.requireNonNullElse(Values.text(parent, "namespace"), route.namespace());
        List<String> there = inventory.all(route.cluster(), namespace, "Gateway").stream()
                .filter(each -> each.object().group().equals(GROUP))
                .map(Managed::name)
                .toList();
        if (there.contains(name)) {
            return Optional.empty();
        }
        References references =
                new References(inventory, new Managed(route.application(), route.cluster(), namespace, route.object()));
        String what = references.missing("Gateway", name);
        String at = pointer + "/name";
        String next = "Without it the route leads nothing anywhere.";
        return Optional.of(
                there.isEmpty()
                        ? Violation.unknown(
                                Rule.GATEWAY, at, what + " Whether it is made outside of Git cannot be told.", next)
                        : Violation.error(
                                Rule.GATEWAY,
                                at,
                                what,
                                "one of " + String.join(", ", there),
                                references.meant(name, there).isEmpty() ? next : references.meant(name, there)));
    }

    private static boolean isGateway(@Nullable Object parent) {
        return Objects.requireNonNullElse(Values.text(parent, "kind"), "Gateway")
                        .equals("Gateway")
                && Objects.requireNonNullElse(Values.text(parent, "group"), GROUP)
                        .equals(GROUP);
    }
}
