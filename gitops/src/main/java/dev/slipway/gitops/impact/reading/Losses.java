package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.gitops.impact.objects.Manifest;
import java.util.Set;

/** What is lost with an object. */
final class Losses {

    /** Groups of Kubernetes itself hold no dots, or end in this. */
    private static final String KUBERNETES = ".k8s.io";

    private static final Set<String> OWN_GROUPS = Set.of("", "apps", "batch", "autoscaling", "policy", "extensions");

    private final Needs needs;

    Losses(World after) {
        this.needs = new Needs(after);
    }

    ObjectMeaning.Removed of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "Namespace" -> loss(gone, "everything in it is deleted", Severity.BREAKS);
            case "CustomResourceDefinition" -> loss(gone, "all objects of this kind are deleted", Severity.BREAKS);
            case "PersistentVolumeClaim" ->
                loss(gone, "its data is deleted unless the volume is retained", Severity.BREAKS);
            case "VolumeSnapshot" -> loss(gone, "the backup is deleted unless its class retains it", Severity.BREAKS);
            case "StatefulSet" -> loss(gone, "its pods are stopped" + claims(gone), Severity.BREAKS);
            case "Deployment", "DaemonSet", "ReplicaSet", "Rollout" ->
                loss(gone, "its pods are stopped", Severity.BREAKS);
            case "Service" -> loss(gone, "whoever calls it gets no answer", Severity.BREAKS);
            case "Ingress", "VirtualService", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute", "Gateway" ->
                hosts(gone);
            case "ConfigMap", "Secret", "ServiceAccount", "PriorityClass" -> needed(gone);
            case "CronJob" -> loss(gone, "it is not run any more", Severity.RISKY);
            case "PodDisruptionBudget" ->
                loss(gone, "all its pods may be evicted at once when nodes are drained", Severity.RISKY);
            case "HorizontalPodAutoscaler", "ScaledObject" ->
                loss(gone, "the number of pods follows the load no more", Severity.RISKY);
            case "NetworkPolicy", "CiliumNetworkPolicy", "AuthorizationPolicy" ->
                loss(gone, "traffic is admitted that it kept out", Severity.RISKY);
            case "PeerAuthentication" ->
                loss(
                        gone,
                        "the namespace or the mesh decides whether traffic in plain text is admitted",
                        Severity.RISKY);
            case "RequestAuthentication" -> loss(gone, "tokens of requests are checked by it no more", Severity.RISKY);
            case "DestinationRule" ->
                loss(gone, "its subsets and its settings of connections hold no more", Severity.RISKY);
            case "PodMonitor", "ServiceMonitor" -> loss(gone, "its metrics are not collected any more", Severity.RISKY);
            case "ResourceQuota", "LimitRange" -> loss(gone, "the namespace has this limit no more", Severity.RISKY);
            case "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding" ->
                loss(gone, "whoever has permissions by it loses them", Severity.RISKY);
            default -> other(gone);
        };
    }

    private static String claims(Manifest set) {
        return ClaimRetentionReader.deletes(set.object(), "whenDeleted")
                        && !set.object().list("spec", "volumeClaimTemplates").isEmpty()
                ? ", and its claims deleted with their data unless the volumes are retained"
                : "";
    }

    private static ObjectMeaning.Removed hosts(Manifest gone) {
        Set<String> hosts = Hosts.of(gone);
        return hosts.isEmpty()
                ? loss(gone, "its routes are gone", Severity.BREAKS)
                : loss(gone, "nobody answers for " + String.join(", ", hosts) + " by it", Severity.BREAKS);
    }

    private ObjectMeaning.Removed needed(Manifest gone) {
        return needs.of(gone)
                .map(loss -> loss(gone, loss, Severity.BREAKS))
                .orElseGet(() -> new ObjectMeaning.Removed(gone.words(), null, Severity.PLAIN));
    }

    /** What a custom resource stands for is known to its controller alone. */
    private static ObjectMeaning.Removed other(Manifest gone) {
        String group = gone.object().group();
        boolean own = OWN_GROUPS.contains(group) || group.endsWith(KUBERNETES);
        return own
                ? new ObjectMeaning.Removed(gone.words(), null, Severity.NOTABLE)
                : loss(gone, "what it stands for may be deleted with it", Severity.RISKY);
    }

    private static ObjectMeaning.Removed loss(Manifest gone, String loss, Severity severity) {
        return new ObjectMeaning.Removed(gone.words(), loss, severity);
    }
}
