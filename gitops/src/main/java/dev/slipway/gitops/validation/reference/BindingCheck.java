package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A binding gives a role that is there to accounts that are there. */
public final class BindingCheck implements Check {

    /** Those that each cluster has. */
    private static final Set<String> BUILT_IN = Set.of("cluster-admin", "admin", "edit", "view");

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed binding : inventory.objects()) {
            if (binding.object().group().equals("rbac.authorization.k8s.io")
                    && binding.kind().endsWith("RoleBinding")) {
                role(inventory, binding).ifPresent(each -> found.accept(binding, each));
                accounts(inventory, binding, found);
            }
        }
    }

    private static Optional<Violation> role(Inventory inventory, Managed binding) {
        String kind = binding.object().text("roleRef", "kind").orElse("");
        String name = binding.object().text("roleRef", "name").orElse("");
        String at = "/roleRef/name";
        if (kind.equals("Role")) {
            References references = new References(inventory, binding);
            return references.find("Role", name).isPresent()
                    ? Optional.empty()
                    : Optional.of(Violation.error(
                            Rule.ROLE,
                            at,
                            references.missing("Role", name),
                            "",
                            references.meant("Role", name, "Add it.")));
        }
        boolean known = BUILT_IN.contains(name)
                || name.startsWith("system:")
                || inventory.find(binding.cluster(), "", "ClusterRole", name).isPresent();
        return known
                ? Optional.empty()
                : Optional.of(Violation.unknown(
                        Rule.ROLE,
                        at,
                        "Git declares no ClusterRole \"" + name + "\" for \"" + binding.cluster()
                                + "\". Whether the cluster has one cannot be told.",
                        ""));
    }

    private static void accounts(Inventory inventory, Managed binding, BiConsumer<Managed, Violation> found) {
        List<@Nullable Object> subjects = binding.object().list("subjects");
        for (int i = 0; i < subjects.size(); i++) {
            String name = Values.text(subjects.get(i), "name");
            String namespace = Values.text(subjects.get(i), "namespace");
            String at = namespace == null ? binding.namespace() : namespace;
            if ("ServiceAccount".equals(Values.text(subjects.get(i), "kind"))
                    && name != null
                    && !name.equals("default")
                    && inventory
                            .find(binding.cluster(), at, "ServiceAccount", name)
                            .isEmpty()) {
                found.accept(
                        binding,
                        Violation.unknown(
                                Rule.SERVICE_ACCOUNT,
                                "/subjects/" + i + "/name",
                                "Git declares no ServiceAccount \"" + name + "\" in namespace \"" + at
                                        + "\". Whether it is made otherwise cannot be told.",
                                ""));
            }
        }
    }
}
