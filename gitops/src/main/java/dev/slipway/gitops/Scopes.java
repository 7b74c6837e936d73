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

    private Scopes() {}

    public static boolean isClusterScoped(Resource object) {
        return CLUSTER.contains(object.kind());
    }
}
