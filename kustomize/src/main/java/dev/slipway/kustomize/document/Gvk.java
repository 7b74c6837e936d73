package dev.slipway.kustomize.document;

/** Group, version and kind; in a selector an empty part stands for any. */
public record Gvk(String group, String version, String kind) {

    public static Gvk of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new Gvk("", apiVersion, kind)
                : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public boolean isSelectedBy(Gvk selector) {
        return matches(selector.group, group) && matches(selector.version, version) && matches(selector.kind, kind);
    }

    /** Whether Kubernetes is known to keep this kind outside of namespaces. */
    public boolean isClusterScoped() {
        return ClusterScoped.contains(this);
    }

    private static boolean matches(String selector, String value) {
        return selector.isEmpty() || selector.equals(value);
    }
}
