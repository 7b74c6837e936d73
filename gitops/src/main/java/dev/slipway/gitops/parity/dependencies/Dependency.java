package dev.slipway.gitops.parity.dependencies;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something that a service calls. */
public record Dependency(String name, Map<String, Endpoint> environments) {

    public Dependency {
        environments = Collections.unmodifiableMap(new TreeMap<>(environments));
    }

    public Optional<Endpoint> in(String environment) {
        return Optional.ofNullable(environments.get(environment));
    }
}
