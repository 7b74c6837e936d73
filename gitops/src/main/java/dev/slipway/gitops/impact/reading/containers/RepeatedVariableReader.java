package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Variables of containers in which one stands several times: such lists are told by what holds in the end. */
public final class RepeatedVariableReader implements Reader {

    @Override
    public void read(ObjectPair pair, Findings findings) {
        for (String list : PodTemplates.CONTAINERS) {
            findings.open(path -> path.has("env")).stream()
                    .flatMap(each -> each.path().elementOf(list).stream())
                    .distinct()
                    .forEach(container -> read(pair, list, container, findings));
        }
    }

    private static void read(ObjectPair pair, String list, String container, Findings findings) {
        Variables old = Variables.of(pair.before(), list, container);
        Variables now = Variables.of(pair.after(), list, container);
        if (old.repeated().isEmpty() && now.repeated().isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(old.values().keySet());
        names.addAll(now.values().keySet());
        names.removeIf(
                each -> Objects.equals(old.values().get(each), now.values().get(each)));
        names.forEach(each -> findings.add(new ContainerMeaning.Variable(
                container, each, old.values().get(each), now.values().get(each))));
        now.repeated().stream()
                .filter(each -> !old.repeated().contains(each))
                .forEach(each -> findings.add(new ContainerMeaning.VariableRepeated(container, each)));
        findings.claim(path -> path.has("env")
                && path.elementOf(list).filter(container::equals).isPresent());
    }
}
