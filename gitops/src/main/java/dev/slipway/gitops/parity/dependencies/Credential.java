package dev.slipway.gitops.parity.dependencies;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a caller proves itself with.
 *
 * @param secret the name of a Secret in the service's namespace
 * @param keys that are needed of it; none means: any of it
 */
public record Credential(String secret, Set<String> keys) {

    public Credential {
        keys = java.util.Collections.unmodifiableSet(new TreeSet<>(keys));
    }

    @Override
    public String toString() {
        return "Secret " + secret + (keys.isEmpty() ? "" : " (" + String.join(", ", keys) + ")");
    }
}
