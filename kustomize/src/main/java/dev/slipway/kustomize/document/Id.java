package dev.slipway.kustomize.document;

/**
 * What identifies an object.
 *
 * @param namespace empty for none
 */
public record Id(Gvk gvk, String namespace, String name) {
    private static final String CLUSTER = "_non_namespaceable_";

    /** Equal for objects that live in the same namespace: {@code default} for none. */
    public String effectiveNamespace() {
        if (gvk.isClusterScoped()) {
            return CLUSTER;
        }
        return namespace.isEmpty() ? "default" : namespace;
    }

    /** Whether both mean the same object. */
    public boolean isSame(Id other) {
        return gvk.equals(other.gvk)
                && name.equals(other.name)
                && effectiveNamespace().equals(other.effectiveNamespace());
    }

    @Override
    public String toString() {
        return gvk.apiVersion() + " " + gvk.kind() + " \"" + (namespace.isEmpty() ? "" : namespace + "/") + name + "\"";
    }
}
