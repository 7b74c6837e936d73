package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a NetworkPolicy selects, and whom it lets through, is there. */
public final class NetworkPolicyCheck implements Check {

    private static final String NAME = "kubernetes.io/metadata.name";

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed policy : inventory.objects()) {
            if (policy.kind().equals("NetworkPolicy") && policy.object().group().equals("networking.k8s.io")) {
                pods(inventory, policy, policy.object().content().get("spec"), "podSelector", "/spec", found);
                peers(inventory, policy, "ingress", "from", found);
                peers(inventory, policy, "egress", "to", found);
            }
        }
    }

    private static void pods(
            Inventory inventory,
            Managed policy,
            @Nullable Object holder,
            String field,
            String at,
            BiConsumer<Managed, Violation> found) {
        Selector selector = Selector.of(Values.at(holder, field));
        if (!selector.isEmpty()
                && inventory
                        .selected(policy.cluster(), policy.namespace(), selector)
                        .isEmpty()) {
            found.accept(
                    policy,
                    Violation.warning(
                            Rule.NETWORK_POLICY,
                            at + "/" + field,
                            "No pod of " + new References(inventory, policy).where() + " has the labels " + selector
                                    + ".",
                            "labels of pods",
                            "It selects nothing."));
        }
    }

    private static void peers(
            Inventory inventory, Managed policy, String rules, String peers, BiConsumer<Managed, Violation> found) {
        List<@Nullable Object> all = policy.object().list("spec", rules);
        for (int i = 0; i < all.size(); i++) {
            List<?> list = Values.list(all.get(i), peers);
            for (int j = 0; list != null && j < list.size(); j++) {
                peer(inventory, policy, list.get(j), "/spec/" + rules + "/" + i + "/" + peers + "/" + j, found);
            }
        }
    }

    private static void peer(
            Inventory inventory,
            Managed policy,
            @Nullable Object peer,
            String at,
            BiConsumer<Managed, Violation> found) {
        Map<String, @Nullable Object> namespaces = Values.map(peer, "namespaceSelector");
        if (namespaces == null) {
            pods(inventory, policy, peer, "podSelector", at, found);
            return;
        }
        Selector selector = Selector.of(namespaces);
        List<Managed> there = inventory.namespaces(policy.cluster());
        if (!selector.isEmpty() && there.stream().noneMatch(each -> selector.matches(labels(each)))) {
            found.accept(
                    policy,
                    Violation.unknown(
                            Rule.NETWORK_POLICY,
                            at + "/namespaceSelector",
                            "No namespace of \"" + policy.cluster() + "\" that Git declares has the labels " + selector
                                    + ". Whether another one has them cannot be told.",
                            ""));
        }
    }

    /** Kubernetes adds the name as a label. */
    private static Map<String, String> labels(Managed namespace) {
        Map<String, String> labels = new TreeMap<>(namespace.object().labels());
        labels.put(NAME, namespace.name());
        return labels;
    }
}
