package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.Set;
import java.util.TreeSet;

/** What is lost with an object. */
final class Losses {

    /** Groups of Kubernetes itself hold no dots, or end in this. */
    private static final String KUBERNETES = ".k8s.io";

    private static final Set<String> OWN_GROUPS = Set.of("", "apps", "batch", "autoscaling", "policy", "extensions");

    private final World after;

    Losses(World after) {
        this.after = after;
    }

    ObjectMeaning.Removed of(Manifest gone) {
        return switch (gone.object().kind()) {
            case "Namespace" -> loss(gone, "everything in it is deleted", Severity.BREAKS);
            case "CustomResourceDefinition" -> loss(gone, "all objects of this kind are deleted", Severity.BREAKS);
            case "PersistentVolumeClaim" ->
                loss(gone, "its data is deleted unless the volume is retained", Severity.BREAKS);
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout" ->
                loss(gone, "its pods are stopped", Severity.BREAKS);
            case "Service" -> loss(gone, "whoever calls it gets no answer", Severity.BREAKS);
            case "Ingress", "VirtualService", "HTTPRoute", "Gateway" -> hosts(gone);
            case "ConfigMap", "Secret", "ServiceAccount" -> referred(gone);
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

    private static ObjectMeaning.Removed hosts(Manifest gone) {
        Set<String> hosts = Hosts.of(gone);
        return hosts.isEmpty()
                ? loss(gone, "its routes are gone", Severity.BREAKS)
                : loss(gone, "nobody answers for " + String.join(", ", hosts) + " by it", Severity.BREAKS);
    }

    private ObjectMeaning.Removed referred(Manifest gone) {
        Resource object = gone.object();
        Set<String> readers = new TreeSet<>();
        for (Resource workload : after.mentioning(gone)) {
            boolean account = object.kind().equals("ServiceAccount")
                    && PodTemplates.of(workload)
                            .map(template -> template.get("spec") instanceof java.util.Map<?, ?> spec
                                    && object.name().equals(spec.get("serviceAccountName")))
                            .orElse(false);
            if (account
                    || PodReferences.of(workload, object.kind(), object.name()).stream()
                            .anyMatch(each -> !each.optional())) {
                readers.add(workload.kind() + " \"" + workload.name() + "\"");
            }
        }
        return readers.isEmpty()
                ? new ObjectMeaning.Removed(gone.words(), null, Severity.PLAIN)
                : loss(gone, String.join(", ", readers) + " still needs it: new pods do not start", Severity.BREAKS);
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
