package dev.slipway.gitops.impact.reading.sync;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.validation.quantity.Quantity;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the API server refuses to change. Each rule names the function of kubernetes/kubernetes that says so.
 *
 * @param field whether this difference is one that is refused
 * @param when for which objects, as they were and as they are
 * @param next what to do instead
 */
record ImmutableRule(
        String group, String kind, Predicate<Difference> field, BiPredicate<Resource, Resource> when, String next) {

    private static final String RENAME = "Give the object another name, or delete it first";
    private static final String DELETE = "Delete it first, or set the sync option Force=true,Replace=true on it";

    /** All of them. */
    static final List<ImmutableRule> ALL = Stream.concat(workloads(), others()).toList();

    ImmutableRule(String group, String kind, Predicate<Difference> field, String next) {
        this(group, kind, field, (_, _) -> true, next);
    }

    private static Stream<ImmutableRule> workloads() {
        return Stream.of(
                // pkg/registry/apps/{deployment,daemonset,replicaset}/strategy.go, ValidateUpdate:
                // ValidateImmutableField(Spec.Selector)
                new ImmutableRule("apps", "Deployment", below("spec", "selector"), RENAME),
                new ImmutableRule("apps", "DaemonSet", below("spec", "selector"), RENAME),
                new ImmutableRule("apps", "ReplicaSet", below("spec", "selector"), RENAME),
                // pkg/apis/apps/validation/validation.go, ValidateStatefulSetUpdate: all of spec but these
                new ImmutableRule(
                        "apps",
                        "StatefulSet",
                        below("spec")
                                .and(below("spec", "replicas").negate())
                                .and(below("spec", "ordinals").negate())
                                .and(below("spec", "template").negate())
                                .and(below("spec", "updateStrategy").negate())
                                .and(below("spec", "minReadySeconds").negate())
                                .and(below("spec", "revisionHistoryLimit").negate())
                                .and(below("spec", "persistentVolumeClaimRetentionPolicy")
                                        .negate()),
                        "Delete it with --cascade=orphan, so that its pods and data stay, and let the sync make it anew"),
                // pkg/apis/batch/validation/validation.go, ValidateJobSpecUpdate
                new ImmutableRule(
                        "batch",
                        "Job",
                        below("spec", "template")
                                .or(below("spec", "selector"))
                                .or(below("spec", "completions"))
                                .or(below("spec", "completionMode"))
                                .or(below("spec", "podFailurePolicy"))
                                .or(below("spec", "backoffLimitPerIndex"))
                                .or(below("spec", "successPolicy"))
                                .or(below("spec", "managedBy")),
                        DELETE),
                // pkg/apis/core/validation/validation.go, ValidatePodUpdate: images, deadline and more tolerations may
                // change
                new ImmutableRule(
                        "",
                        "Pod",
                        below("spec")
                                .and(each -> !each.path().last().equals("image"))
                                .and(below("spec", "activeDeadlineSeconds").negate())
                                .and(below("spec", "tolerations").negate()),
                        DELETE));
    }

    private static Stream<ImmutableRule> others() {
        return Stream.of(
                // pkg/apis/core/validation/validation.go, ValidateServiceClusterIPsRelatedFields
                new ImmutableRule(
                        "",
                        "Service",
                        below("spec", "clusterIP").or(below("spec", "clusterIPs")),
                        "Delete the Service first"),
                // validateLoadBalancerClassField: as long as the Service is of type LoadBalancer
                new ImmutableRule(
                        "",
                        "Service",
                        below("spec", "loadBalancerClass"),
                        (was, is) -> isType(was, "LoadBalancer") && isType(is, "LoadBalancer"),
                        "Delete the Service first"),
                // validateUpgradeDowngradeIPFamilies: the first one, of a Service that has an address of its own
                new ImmutableRule(
                        "",
                        "Service",
                        below("spec", "ipFamilies"),
                        ImmutableRule::hasOtherFamily,
                        "Delete the Service first"),
                // ValidatePersistentVolumeClaimUpdate: only more storage, and another volume attributes class
                new ImmutableRule(
                        "",
                        "PersistentVolumeClaim",
                        below("spec")
                                .and(below("spec", "volumeAttributesClassName").negate())
                                .and(ImmutableRule::isNoGrowth),
                        "Make another claim and move the data"),
                // ValidatePersistentVolumeUpdate: the source cannot be changed after creation
                new ImmutableRule("", "PersistentVolume", ImmutableRule::isVolumeSource, "Make another volume"),
                // ValidateConfigMapUpdate, ValidateSecretUpdate; the type of a Secret: ValidateImmutableField(Type)
                new ImmutableRule("", "Secret", below("type"), DELETE),
                // ValidateResourceQuotaUpdate
                new ImmutableRule("", "ResourceQuota", below("spec", "scopes"), DELETE),
                // pkg/apis/rbac/validation/validation.go, ValidateRoleBindingUpdate: cannot change roleRef
                new ImmutableRule("rbac.authorization.k8s.io", "RoleBinding", below("roleRef"), DELETE),
                new ImmutableRule("rbac.authorization.k8s.io", "ClusterRoleBinding", below("roleRef"), DELETE),
                // pkg/apis/storage/validation/validation.go, ValidateStorageClassUpdate
                new ImmutableRule(
                        "storage.k8s.io",
                        "StorageClass",
                        below("provisioner")
                                .or(below("parameters"))
                                .or(below("reclaimPolicy"))
                                .or(below("volumeBindingMode")),
                        "Make another class: volumes that exist keep what they have"),
                // pkg/apis/scheduling/validation/validation.go, ValidatePriorityClassUpdate
                new ImmutableRule(
                        "scheduling.k8s.io", "PriorityClass", below("value").or(below("preemptionPolicy")), DELETE),
                // pkg/apis/networking/validation/validation.go, ValidateIngressClassUpdate
                new ImmutableRule("networking.k8s.io", "IngressClass", below("spec", "controller"), DELETE),
                // pkg/apis/node/validation/validation.go, ValidateRuntimeClassUpdate
                new ImmutableRule("node.k8s.io", "RuntimeClass", below("handler"), DELETE),
                // apiextensions validation.go, ValidateCustomResourceDefinitionUpdate: scope and names.kind, once
                // established
                new ImmutableRule(
                        "apiextensions.k8s.io",
                        "CustomResourceDefinition",
                        below("spec", "scope").or(below("spec", "group")).or(below("spec", "names", "kind")),
                        "Make another definition: deleting this one deletes all its objects"));
    }

    private static Predicate<Difference> below(String... keys) {
        return difference -> difference.path().startsWith(keys);
    }

    private static boolean isType(Resource service, String type) {
        return service.text("spec", "type").filter(type::equals).isPresent();
    }

    private static boolean hasOtherFamily(Resource was, Resource is) {
        Optional<String> family = was.text("spec", "ipFamilies", "0");
        return Stream.of(was, is)
                        .noneMatch(each -> isType(each, "ExternalName")
                                || each.text("spec", "clusterIP")
                                        .filter("None"::equals)
                                        .isPresent())
                && family.isPresent()
                && is.text("spec", "ipFamilies", "0")
                        .filter(now -> !now.equals(family.get()))
                        .isPresent();
    }

    private static boolean isNoGrowth(Difference difference) {
        boolean storage = difference.path().startsWith("spec", "resources", "requests", "storage");
        return !storage
                || Quantity.parse(difference.before())
                        .flatMap(before -> Quantity.parse(difference.after()).map(after -> after.compareTo(before) < 0))
                        .orElse(true);
    }

    /** Fields of the volume itself may be changed, those of what it is made of may not. */
    private static boolean isVolumeSource(Difference difference) {
        List<String> keys = difference.path().keys();
        List<String> mutable = List.of(
                "capacity",
                "accessModes",
                "claimRef",
                "persistentVolumeReclaimPolicy",
                "mountOptions",
                "volumeAttributesClassName");
        return keys.size() > 1 && keys.getFirst().equals("spec") && !mutable.contains(keys.get(1));
    }
}
