package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.meaning.ObjectMeaning.Removed;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.reading.frame.Losses;
import java.util.Optional;

/** What is lost with budgets, autoscalers, monitors, quotas and permissions. */
public final class ProtectionLosses implements Losses {

    @Override
    public Optional<Removed> of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "PodDisruptionBudget" ->
                Losses.risky(gone, "all its pods may be evicted at once when nodes are drained");
            case "HorizontalPodAutoscaler", "ScaledObject" ->
                Losses.risky(gone, "the number of pods follows the load no more");
            case "PodMonitor", "ServiceMonitor" -> Losses.risky(gone, "its metrics are not collected any more");
            case "ResourceQuota", "LimitRange" -> Losses.risky(gone, "the namespace has this limit no more");
            case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
                Losses.risky(gone, "whoever has permissions by it loses them");
            default -> Optional.empty();
        };
    }
}
