package dev.slipway.gitops.validation.refusal.network;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Service has ports, and names for them where there are several. */
public final class ServicePortCheck implements ObjectCheck {

    private static final long HIGHEST = 65535;

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("Service") || !object.group().isEmpty()) {
            return;
        }
        String type = object.text("spec", "type").orElse("ClusterIP");
        List<@Nullable Object> ports = object.list("spec", "ports");
        boolean headless = object.text("spec", "clusterIP").orElse("").equals("None");
        if (ports.isEmpty()
                && !headless
                && !type.equals("ExternalName")
                && object.at("spec").isPresent()) {
            found.accept(refused("/spec/ports", "The Service has no port.", "at least one, or clusterIP: None"));
        }
        Set<String> names = new HashSet<>();
        Set<String> nodes = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            String at = "/spec/ports/" + i;
            name(ports.get(i), ports.size() > 1, names, at, found);
            target(Values.at(ports.get(i), "targetPort"), at + "/targetPort", found);
            node(ports.get(i), type, nodes, at + "/nodePort", found);
        }
    }

    private static void name(
            @Nullable Object port, boolean several, Set<String> names, String at, Consumer<Violation> found) {
        String name = Objects.requireNonNullElse(Values.text(port, "name"), "");
        if (name.isEmpty()) {
            if (several) {
                found.accept(refused(
                        at,
                        "The port " + Values.text(port, "port") + " has no name, and there are others.",
                        "a name for each port"));
            }
        } else if (!Names.isLabel(name)) {
            found.accept(refused(at + "/name", "\"" + name + "\" is no name for a port of a Service.", Names.LABEL));
        } else if (!names.add(name)) {
            found.accept(refused(at + "/name", "\"" + name + "\" is the name of another port.", "each name once"));
        }
    }

    private static void target(@Nullable Object target, String at, Consumer<Violation> found) {
        if (target instanceof Number number && (number.longValue() < 0 || number.longValue() > HIGHEST)) {
            found.accept(refused(at, number + " is no port.", "1 to " + HIGHEST));
        } else if (target instanceof String name && !name.isEmpty() && !Names.isPort(name)) {
            found.accept(refused(at, "\"" + name + "\" is no name for a port of a container.", Names.PORT));
        }
    }

    private static void node(
            @Nullable Object port, String type, Set<String> nodes, String at, Consumer<Violation> found) {
        String node = Objects.requireNonNullElse(Values.text(port, "nodePort"), "0");
        if (node.equals("0")) {
            return;
        }
        if (type.equals("ClusterIP")) {
            found.accept(refused(
                    at, "A Service of the type ClusterIP has no port on nodes.", "type: NodePort, or no nodePort"));
        }
        if (!nodes.add(Objects.requireNonNullElse(Values.text(port, "protocol"), "TCP") + " " + node)) {
            found.accept(refused(at, "The port " + node + " of the nodes is taken by another port.", "each once"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.SERVICE_PORTS, at, what, expected);
    }
}
