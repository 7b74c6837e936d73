package dev.slipway.kustomize;

/**
 * Sets how many pods a workload has.
 *
 * @param name the workload's name as it stands in the manifests
 * @param count zero or more
 */
public record ReplicaOverride(String name, long count) {

    public ReplicaOverride {
        if (name.isBlank() || count < 0) {
            throw new IllegalArgumentException("A replica override needs a name and a count of at least 0, not \""
                    + name + "\" and " + count + ".");
        }
    }
}
