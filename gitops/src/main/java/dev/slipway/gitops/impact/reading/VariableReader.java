package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Optional;

/** Variables of containers: one that gets its value from elsewhere than before has changed, and is neither new nor gone. */
final class VariableReader implements Reader {

    private static final List<String> LISTS = List.of("containers", "initContainers");

    @Override
    public void read(ObjectPair pair, Findings findings) {
        for (Difference each : findings.open()) {
            for (String list : LISTS) {
                each.path()
                        .elementOf(list)
                        .flatMap(container -> meaning(pair, list, container, each.path()))
                        .ifPresent(meaning -> findings.add(each, meaning));
            }
        }
    }

    private static Optional<ContainerMeaning> meaning(ObjectPair pair, String list, String container, FieldPath path) {
        return path.elementOf("env")
                .map(variable -> new ContainerMeaning.Variable(
                        container,
                        variable,
                        Variables.of(pair.before(), list, container).values().get(variable),
                        Variables.of(pair.after(), list, container).values().get(variable)));
    }
}
