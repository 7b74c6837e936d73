package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.reading.kinds.References;
import java.util.Optional;

/** All variables of a ConfigMap or Secret at once. */
final class VariableSources {

    private VariableSources() {}

    /** A reference that only has another hash is no news: what changed is said of the object. */
    static Optional<ContainerMeaning> of(String container, Difference difference) {
        boolean added = difference.after() != null;
        return References.of(added ? difference.after() : difference.before())
                .map(each -> new ContainerMeaning.VariableSource(container, each.words(), added));
    }
}
