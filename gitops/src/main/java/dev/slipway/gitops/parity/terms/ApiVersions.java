package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import java.util.Set;

/** With which version of its API each object is written, and which objects of kinds there are that no other term looks at. */
public final class ApiVersions {

    /** Objects that may be in one environment only as far as another term allows it. */
    private static final Set<String> ELSEWHERE = Set.of(
            "HorizontalPodAutoscaler",
            "VerticalPodAutoscaler",
            "ScaledObject",
            "PodDisruptionBudget",
            "ResourceQuota",
            "LimitRange",
            "Namespace",
            "ConfigMap",
            "Secret",
            "SealedSecret",
            "ExternalSecret",
            "NetworkPolicy",
            "Ingress",
            "VirtualService",
            "HTTPRoute",
            "PersistentVolumeClaim");

    private ApiVersions() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.own().stream()
                .filter(each -> !ELSEWHERE.contains(each.kind()))
                .forEach(each -> facts.put(Facts.object(each), "apiVersion", each.apiVersion()));
        manifests.own().stream()
                .filter(each -> ELSEWHERE.contains(each.kind()))
                .forEach(each -> facts.putOptional(each.kind(), "apiVersion", each.apiVersion()));
        return facts;
    }
}
