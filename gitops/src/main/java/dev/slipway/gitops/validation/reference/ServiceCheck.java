package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Check;
import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Inventory;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.inventory.Selector;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A Service leads to pods, and to a port that they have. */
public final class ServiceCheck implements Check {

    @Override
    public void check(Inventory inventory, BiConsumer<Managed, Violation> found) {
        for (Managed service : inventory.objects()) {
            Map<String, @Nullable Object> labels = service.object().map("spec", "selector");
            if (service.kind().equals("Service") && service.object().group().isEmpty() && !labels.isEmpty()) {
                Selector selector = Selector.ofLabels(labels);
                List<Workload> pods = inventory.selected(service.cluster(), service.namespace(), selector);
                if (pods.isEmpty()) {
                    found.accept(service, nothing(inventory, service, selector));
                } else {
                    ports(service, pods, found);
                }
            }
        }
    }

    private static Violation nothing(Inventory inventory, Managed service, Selector selector) {
        String what = "No pod of " + new References(inventory, service).where() + " has the labels " + selector + ".";
        List<Workload> there = inventory.workloads(service.cluster(), service.namespace());
        String next = there.isEmpty()
                ? "Requests to it find nobody."
                : "Requests to it find nobody. " + there.getFirst().owner() + " has "
                        + Selector.ofLabels(there.getFirst().labels()) + ".";
        return inventory.mayHoldMore(service.cluster(), service.namespace())
                ? Violation.warning(Rule.SERVICE_SELECTOR, "/spec/selector", what, "", next)
                : Violation.error(Rule.SERVICE_SELECTOR, "/spec/selector", what, "labels of pods", next);
    }

    private static void ports(Managed service, List<Workload> pods, BiConsumer<Managed, Violation> found) {
        List<@Nullable Object> ports = service.object().list("spec", "ports");
        for (int i = 0; i < ports.size(); i++) {
            String target = Values.text(ports.get(i), "targetPort");
            String wanted = target == null ? Values.text(ports.get(i), "port") : target;
            String at = "/spec/ports/" + i + (target == null ? "/port" : "/targetPort");
            for (Workload workload : pods) {
                if (wanted != null && !hasPort(workload, wanted)) {
                    found.accept(service, port(workload, wanted, at));
                    break;
                }
            }
        }
    }

    private static Violation port(Workload workload, String wanted, String at) {
        boolean named = !isNumber(wanted);
        List<String> there = workload.containers().stream()
                .flatMap(container -> container.list("ports").stream())
                .map(each -> Values.text(each, named ? "name" : "containerPort"))
                .map(String::valueOf)
                .distinct()
                .toList();
        String what = "No container of " + workload.owner() + " has the port \"" + wanted + "\".";
        String expected = there.isEmpty() ? "" : "one of " + String.join(", ", there);
        return named
                ? Violation.error(Rule.SERVICE_PORT, at, what, expected, "Requests to this port find nobody.")
                : Violation.warning(
                        Rule.SERVICE_PORT,
                        at,
                        what,
                        expected,
                        "It may listen there all the same; say so in its ports.");
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+");
    }

    /** A number need not be declared; where others are, it probably is one of those. */
    private static boolean hasPort(Workload workload, String wanted) {
        boolean any = false;
        for (Container container : workload.containers()) {
            for (Object port : container.list("ports")) {
                any = true;
                if (wanted.equals(Values.text(port, "name")) || wanted.equals(Values.text(port, "containerPort"))) {
                    return true;
                }
            }
        }
        return !any && isNumber(wanted);
    }
}
