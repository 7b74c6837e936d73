package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which workloads and containers there are, and what they start. An image's own entry point belongs to the image. */
public final class Commands {

    private Commands() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests.workloads().forEach(workload -> add(facts, workload));
        return facts;
    }

    private static void add(Facts facts, Workload workload) {
        facts.present(workload.object());
        if (workload.object().kind().equals("CronJob")) {
            facts.put(
                    workload.name(),
                    "spec.schedule",
                    workload.object().at("spec", "schedule").orElse(""));
        }
        List<Container> containers = workload.containers();
        facts.putIfAny(
                workload.name(),
                workload.path() + ".initContainers (order)",
                containers.stream()
                        .filter(each -> each.role().equals("initContainers"))
                        .map(Container::name)
                        .toList());
        for (Container container : containers) {
            facts.put(container.object(), container.path(), "present");
            Map<String, @Nullable Object> written = container.content();
            for (String field : List.of("command", "args", "workingDir")) {
                if (!Facts.text(written.get(field)).isEmpty()) {
                    facts.putEntry(container.object(), container.path() + "." + field, written, field);
                }
            }
            facts.deep(container.object(), container.path() + ".lifecycle", container.at("lifecycle"));
        }
    }
}
