package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.Set;

/** Knows which kinds belong to no namespace. */
public final class Scopes {

    private static final Set<String> CLUSTER = Set.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "StorageClass",
            "PriorityClass",
            "IngressClass",
            "RuntimeClass",
            "CSIDriver",
            "CSINode",
            "VolumeAttachment",
            "APIService",
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "FlowSchema",
            "PriorityLevelConfiguration",
            "CertificateSigningRequest",
            "ClusterIssuer",
            "ClusterSecretStore",
            "ClusterExternalSecret",
            "CompositeResourceDefinition",
            "Composition",
            "Provider",
            "ClusterProviderConfig",
            "GatewayClass",
            "NamespaceClaim");

    /** Kinds whose names others use for what has a namespace. */
    private static final Set<String> CLUSTER_OF_GROUP = Set.of("trust.cert-manager.io Bundle");

    private Scopes() {}

    public static boolean isClusterScoped(Resource object) {
        return CLUSTER.contains(object.kind()) || CLUSTER_OF_GROUP.contains(object.group() + " " + object.kind());
    }
}
