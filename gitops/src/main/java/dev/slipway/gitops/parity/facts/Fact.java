package dev.slipway.gitops.parity.facts;

/**
 * Where a compared value stands.
 *
 * @param object kind and name, for example {@code Deployment/checkout}
 * @param path of the field in it; empty when the object itself is meant
 */
public record Fact(String object, String path) implements Comparable<Fact> {

    @Override
    public int compareTo(Fact other) {
        int byObject = object.compareTo(other.object);
        return byObject != 0 ? byObject : path.compareTo(other.path);
    }

    /** {@code Deployment/checkout spec.replicas}. */
    @Override
    public String toString() {
        return path.isEmpty() ? object : object + " " + path;
    }
}
