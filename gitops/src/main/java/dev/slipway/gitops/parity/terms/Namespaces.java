package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Set;

/** What a namespace demands of pods and how much it has room for. */
public final class Namespaces {

    private static final String LEVEL = "pod-security.kubernetes.io/";

    private Namespaces() {}

    /** The Pod Security levels; a Namespace without labels lets everything in. */
    public static Facts podSecurity(Manifests manifests) {
        Facts facts = new Facts();
        List<Resource> namespaces = manifests.all(Set.of("Namespace")).toList();
        if (namespaces.isEmpty()) {
            return facts.cannotTell("Its Namespace is not in Git, so nobody can say which Pod Security level it has.");
        }
        for (Resource namespace : namespaces) {
            for (String mode : List.of("enforce", "audit", "warn")) {
                facts.put("Namespace", LEVEL + mode, namespace.labels().getOrDefault(LEVEL + mode, "privileged"));
                facts.put(
                        "Namespace",
                        LEVEL + mode + "-version",
                        namespace.labels().getOrDefault(LEVEL + mode + "-version", "latest"));
            }
        }
        return facts;
    }

    public static Facts quota(Manifests manifests) {
        Facts facts = new Facts();
        manifests.all(Set.of("ResourceQuota", "LimitRange")).forEach(each -> {
            facts.present(each);
            facts.deep(Facts.object(each), "spec", each.map("spec"));
        });
        return facts;
    }
}
