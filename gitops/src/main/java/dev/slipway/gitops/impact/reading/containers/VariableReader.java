package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.FieldReader;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import java.util.Optional;

/** Variables of containers: one that gets its value from elsewhere than before has changed, and is neither new nor gone. */
public final class VariableReader implements FieldReader {

    @Override
    public Optional<ContainerMeaning> meaning(ObjectPair pair, Difference difference) {
        return PodTemplates.CONTAINERS.stream()
                .flatMap(list -> variable(pair, list, difference.path()).stream())
                .findFirst();
    }

    private static Optional<ContainerMeaning> variable(ObjectPair pair, String list, FieldPath path) {
        return path.elementOf(list)
                .flatMap(container -> path.elementOf("env")
                        .map(variable -> new ContainerMeaning.Variable(
                                container,
                                variable,
                                Variables.of(pair.before(), list, container)
                                        .values()
                                        .get(variable),
                                Variables.of(pair.after(), list, container)
                                        .values()
                                        .get(variable))));
    }
}
