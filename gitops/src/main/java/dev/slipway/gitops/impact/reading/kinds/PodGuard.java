package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning.Bond;
import dev.slipway.gitops.manifest.ControllerLabels;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.kustomize.Resource;
import java.util.Map;
import java.util.Optional;

/** What holds for pods by their labels, other than a Service: budgets, policies, monitors. */
public record PodGuard(Resource object, Bond bond, Selector selector) {

    /** Empty for what chooses no pods by labels. */
    public static Optional<PodGuard> of(Resource object) {
        return switch (object.group() + "/" + object.kind()) {
            case "policy/PodDisruptionBudget" ->
                object.at("spec", "selector").map(each -> guard(object, Bond.GUARDS, each));
            // Without a podSelector it holds for all pods of its namespace.
            case "networking.k8s.io/NetworkPolicy" ->
                Optional.of(guard(
                        object, Bond.HOLDS, object.at("spec", "podSelector").orElse(Map.of())));
            case "security.istio.io/AuthorizationPolicy",
                    "security.istio.io/PeerAuthentication",
                    "security.istio.io/RequestAuthentication" -> istio(object);
            case "monitoring.coreos.com/PodMonitor" -> monitor(object);
            default -> Optional.empty();
        };
    }

    /** Without a selector it holds for all pods of its namespace; with {@code targetRefs} for gateways and Services. */
    private static Optional<PodGuard> istio(Resource policy) {
        boolean targets = policy.at("spec", "targetRef").isPresent()
                || policy.at("spec", "targetRefs").isPresent();
        return targets
                ? Optional.empty()
                : Optional.of(
                        guard(policy, Bond.HOLDS, policy.at("spec", "selector").orElse(Map.of())));
    }

    /** One with a {@code namespaceSelector} looks at pods elsewhere. */
    private static Optional<PodGuard> monitor(Resource monitor) {
        return monitor.at("spec", "namespaceSelector").isPresent()
                ? Optional.empty()
                : monitor.at("spec", "selector").map(each -> guard(monitor, Bond.WATCHES, each));
    }

    private static PodGuard guard(Resource object, Bond bond, Object selector) {
        return new PodGuard(object, bond, Selector.of(selector));
    }

    public boolean holdsFor(Resource workload) {
        return PodTemplates.of(workload)
                .map(template -> selector.beyond((key, value) -> ControllerLabels.give(workload, key, value))
                        .matches(PodTemplates.labels(template)))
                .orElse(false);
    }

    /** The labels that it asks for, other than by expressions. */
    public Map<String, String> labels() {
        return PodTemplates.texts(selector.labels());
    }
}
