package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.fields.Shown;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                        value(pair.before(), list, container, variable),
                        value(pair.after(), list, container, variable)));
    }

    private static @Nullable String value(@Nullable Manifest side, String list, String container, String variable) {
        return side == null
                ? null
                : PodTemplates.of(side.object())
                        .flatMap(template -> named(PodTemplates.containers(template, list), container))
                        .flatMap(found -> named(found.get("env"), variable))
                        .map(VariableReader::value)
                        .orElse(null);
    }

    private static Optional<Map<?, ?>> named(@Nullable Object list, String name) {
        return list instanceof List<?> elements
                ? elements.stream()
                        .<Map<?, ?>>mapMulti((each, sink) -> {
                            if (each instanceof Map<?, ?> map && name.equals(map.get("name"))) {
                                sink.accept(map);
                            }
                        })
                        .findFirst()
                : Optional.empty();
    }

    private static String value(Map<?, ?> variable) {
        Object value = variable.get("value") == null ? variable.get("valueFrom") : variable.get("value");
        return value == null
                ? "empty"
                : References.of(value).map(References.Reference::words).orElseGet(() -> Shown.text(value));
    }
}
