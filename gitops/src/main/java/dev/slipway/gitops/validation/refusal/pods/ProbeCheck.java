package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Container.Kind;
import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Probes and hooks do one thing, at a port that there is. */
final class ProbeCheck implements PodCheck {

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");
    private static final List<String> HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");
    private static final long GRACE = 30;
    private static final long HIGHEST_PORT = 65535;

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        for (Container container : pods.containers()) {
            if (container.kind() == Kind.MAIN || container.kind() == Kind.SIDECAR) {
                check(container, grace(pods), found);
            }
        }
    }

    private static long grace(Pods pods) {
        return pods.spec().get("terminationGracePeriodSeconds") instanceof Number number ? number.longValue() : GRACE;
    }

    private static void check(Container container, long grace, Consumer<Violation> found) {
        for (String name : PROBES) {
            Map<String, @Nullable Object> probe = Values.asMap(container.at(name));
            if (probe != null) {
                String at = container.pointer() + "/" + name;
                handler(container, probe, at, found);
                thresholds(name, probe, at, found);
            }
        }
        for (String name : HOOKS) {
            Map<String, @Nullable Object> hook = Values.asMap(container.at("lifecycle", name));
            if (hook != null) {
                String at = container.pointer() + "/lifecycle/" + name;
                handler(container, hook, at, found);
                sleep(hook, grace, at + "/sleep/seconds", found);
            }
        }
    }

    private static void handler(
            Container container, Map<String, @Nullable Object> holder, String at, Consumer<Violation> found) {
        List<String> there =
                HANDLERS.stream().filter(each -> holder.get(each) != null).toList();
        if (there.size() != 1) {
            found.accept(refused(
                    at,
                    there.isEmpty() ? "What it does is not said." : "It does " + String.join(" and ", there) + ".",
                    "one of exec, httpGet, tcpSocket" + (at.contains("/lifecycle/") ? ", sleep" : ", grpc")));
            return;
        }
        String handler = there.getFirst();
        List<@Nullable Object> command = Values.list(holder, "exec", "command");
        if (handler.equals("exec") && (command == null || command.isEmpty())) {
            found.accept(refused(at + "/exec", "There is no command.", "a command with its arguments"));
        }
        if (!handler.equals("grpc")) {
            port(container, Values.at(holder, handler, "port"), at + "/" + handler + "/port", found);
        }
    }

    private static void port(Container container, @Nullable Object port, String at, Consumer<Violation> found) {
        if (port instanceof Number number) {
            if (number.longValue() < 1 || number.longValue() > HIGHEST_PORT) {
                found.accept(refused(at, port + " is no port.", "1 to " + HIGHEST_PORT));
            }
        } else if (port instanceof String name && !Names.isPort(name)) {
            found.accept(refused(at, "\"" + name + "\" is no name for a port.", Names.PORT));
        } else if (port instanceof String name && !names(container).contains(name)) {
            found.accept(Violation.error(
                    Rule.PROBE_PORT,
                    at,
                    "The container \"" + container.name() + "\" has no port \"" + name + "\".",
                    names(container).isEmpty() ? "a number" : "one of " + String.join(", ", names(container)),
                    "It fails each time; correct the name, or add the port to the container."));
        }
    }

    private static List<String> names(Container container) {
        return container.list("ports").stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(Values.text(each, "name")))
                .toList();
    }

    private static void thresholds(
            String name, Map<String, @Nullable Object> probe, String at, Consumer<Violation> found) {
        boolean ready = name.equals("readinessProbe");
        if (!ready && probe.get("successThreshold") instanceof Number number && number.longValue() > 1) {
            found.accept(refused(
                    at + "/successThreshold", "A " + name + " succeeds at once, not the " + number + "th time.", "1"));
        }
        if (ready && probe.get("terminationGracePeriodSeconds") != null) {
            found.accept(refused(
                    at + "/terminationGracePeriodSeconds",
                    "A readinessProbe ends nothing that needs time to end.",
                    "no terminationGracePeriodSeconds"));
        }
    }

    private static void sleep(Map<String, @Nullable Object> hook, long grace, String at, Consumer<Violation> found) {
        if (Values.at(hook, "sleep", "seconds") instanceof Number seconds && seconds.longValue() > grace) {
            found.accept(refused(
                    at,
                    "It sleeps for " + seconds + " seconds; the pod is killed after " + grace + ".",
                    "at most " + grace + ", or a higher terminationGracePeriodSeconds"));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.PROBES, at, what, expected);
    }
}
