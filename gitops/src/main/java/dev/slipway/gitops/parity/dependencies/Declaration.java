package dev.slipway.gitops.parity.dependencies;

import dev.slipway.gitops.Finding;
import java.util.List;

/** What a service's {@code dependencies.yaml} says, or why it says nothing. */
public sealed interface Declaration {

    /** It was read. */
    record Read(String file, List<Dependency> dependencies) implements Declaration {
        public Read {
            dependencies = List.copyOf(dependencies);
        }
    }

    /** There is none, or its repository is not at hand. */
    record Missing(String reason) implements Declaration {}

    /** It is wrong, and in what: all of it. */
    record Malformed(List<Finding> findings) implements Declaration {
        public Malformed {
            findings = List.copyOf(findings);
        }
    }
}
