package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A container's ports and the ports of this machine that stand for them. {@code PORT} is the first declared port,
 * {@code PORT_HTTP} the one named {@code http}; a service listens there.
 */
final class PodPorts {

    private PodPorts() {}

    static List<Integer> declared(Manifest container) {
        return container.items("ports").stream()
                .map(port -> port.number(0, "containerPort"))
                .filter(port -> port > 0)
                .distinct()
                .toList();
    }

    /** By number or name. */
    static Optional<Integer> hostPort(Manifest container, Map<Integer, Integer> hostPorts, String port) {
        return container.items("ports").stream()
                .filter(each -> port.equals(each.text("name").orElse(""))
                        || port.equals(each.text("containerPort").orElse("")))
                .findFirst()
                .flatMap(each -> Optional.ofNullable(hostPorts.get(each.number(0, "containerPort"))));
    }

    static Map<String, String> variables(Manifest container, Map<Integer, Integer> hostPorts) {
        Map<String, String> variables = new TreeMap<>();
        for (Manifest port : container.items("ports")) {
            String hostPort = String.valueOf(hostPorts.get(port.number(0, "containerPort")));
            variables.putIfAbsent("PORT", hostPort);
            port.text("name")
                    .ifPresent(name -> variables.put(
                            "PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), hostPort));
        }
        return variables;
    }
}
