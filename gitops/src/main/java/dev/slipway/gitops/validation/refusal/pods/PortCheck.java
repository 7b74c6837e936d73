package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.gitops.validation.inventory.Pods;
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

/** Ports have names that tell them apart, and no two take the same port of the host. */
final class PortCheck implements PodCheck {

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        Set<String> taken = new HashSet<>();
        for (Container container : pods.containers()) {
            boolean main = container.kind() == Kind.MAIN;
            Set<String> names = new HashSet<>();
            Set<String> ofHost = main ? taken : new HashSet<>();
            List<?> ports = container.list("ports");
            for (int i = 0; i < ports.size(); i++) {
                String at = container.pointer() + "/ports/" + i;
                name(ports.get(i), names, at, found);
                host(ports.get(i), ofHost, at, found);
                if (main && pods.text("hostNetwork").orElse("").equals("true")) {
                    inHost(ports.get(i), at, found);
                }
            }
        }
    }

    private static void name(@Nullable Object port, Set<String> names, String at, Consumer<Violation> found) {
        String name = Values.text(port, "name");
        if (name == null || name.isEmpty()) {
            return;
        }
        if (!Names.isPort(name)) {
            found.accept(refused(at + "/name", "\"" + name + "\" is no name for a port.", Names.PORT));
        } else if (!names.add(name)) {
            found.accept(refused(
                    at + "/name", "\"" + name + "\" is the name of another port of the container.", "each name once"));
        }
    }

    private static void host(@Nullable Object port, Set<String> taken, String at, Consumer<Violation> found) {
        String host = Values.text(port, "hostPort");
        String key = Objects.requireNonNullElse(Values.text(port, "protocol"), "TCP") + " "
                + Objects.requireNonNullElse(Values.text(port, "hostIP"), "") + " " + host;
        if (host != null && !host.equals("0") && !taken.add(key)) {
            found.accept(refused(
                    at + "/hostPort", "The port " + host + " of the host is taken by another port.", "each once"));
        }
    }

    private static void inHost(@Nullable Object port, String at, Consumer<Violation> found) {
        String host = Values.text(port, "hostPort");
        String own = Values.text(port, "containerPort");
        if (host != null && !host.equals("0") && !host.equals(own)) {
            found.accept(refused(
                    at + "/hostPort",
                    "In the network of the host the port " + own + " cannot be " + host + " outside.",
                    "the same as containerPort"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.PORTS, at, what, expected);
    }
}
