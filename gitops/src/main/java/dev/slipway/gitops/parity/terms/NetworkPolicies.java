package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who may talk to the pods and to whom they may talk: the service's own policies and those of its namespace. */
public final class NetworkPolicies {

    private static final Set<String> MESH =
            Set.of("AuthorizationPolicy", "PeerAuthentication", "CiliumNetworkPolicy", "Sidecar");

    private NetworkPolicies() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.all(Set.of("NetworkPolicy")).forEach(policy -> add(facts, policy));
        manifests.all(MESH).forEach(policy -> {
            facts.present(policy);
            facts.deep(Facts.object(policy), "spec", policy.map("spec"));
        });
        return facts;
    }

    private static void add(Facts facts, Resource policy) {
        String name = Facts.object(policy);
        facts.present(policy);
        facts.deep(name, "spec.podSelector", policy.map("spec", "podSelector"));
        facts.members(name, "spec.policyTypes", types(policy));
        for (String direction : List.of("ingress", "egress")) {
            facts.members(name, "spec." + direction, rules(policy.list("spec", direction)));
        }
    }

    /** Without a list, a policy is for ingress, and for egress as well when it has such rules. */
    private static List<?> types(Resource policy) {
        List<@Nullable Object> written = policy.list("spec", "policyTypes");
        if (!written.isEmpty()) {
            return written;
        }
        return policy.list("spec", "egress").isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress");
    }

    private static List<String> rules(List<@Nullable Object> rules) {
        List<String> texts = new ArrayList<>();
        for (Object rule : rules) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            Workload.map(rule)
                    .forEach((key, list) -> sorted.put(
                            key,
                            Workload.items(list).stream()
                                    .map(each -> Facts.text(key.equals("ports") ? port(each) : each))
                                    .sorted()
                                    .toList()));
            texts.add(Facts.text(sorted));
        }
        return texts;
    }

    private static Map<String, @Nullable Object> port(@Nullable Object port) {
        Map<String, @Nullable Object> complete = new TreeMap<>(Workload.map(port));
        complete.putIfAbsent("protocol", "TCP");
        return complete;
    }
}
