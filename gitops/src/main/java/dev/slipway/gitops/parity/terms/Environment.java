package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Naming;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables that containers see and the ConfigMaps of the service: names one term, values another. A Secret's values are in neither. */
public final class Environment {

    private static final Set<String> CONFIG = Set.of("ConfigMap");

    private Environment() {}

    public static Facts names(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .forEach(container -> variables(manifests, container)
                        .keySet()
                        .forEach(name -> facts.put(container.object(), path(container, name), "present")));
        manifests
                .own(CONFIG)
                .forEach(map -> keys(map).forEach((key, _) -> facts.put(object(map), "data[" + key + "]", "present")));
        return facts;
    }

    /** @param written whether it is the value itself, and not where it comes from */
    private record Variable(String text, boolean written) {

        void put(Facts facts, String object, String path, String name) {
            if (written) {
                facts.putEntry(object, path, Map.of(name, text), name);
            } else {
                facts.put(object, path, text);
            }
        }
    }

    public static Facts values(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .flatMap(each -> each.containers().stream())
                .forEach(container -> variables(manifests, container)
                        .forEach((name, value) -> value.put(facts, container.object(), path(container, name), name)));
        manifests.own(CONFIG).forEach(map -> {
            Map<String, String> keys = keys(map);
            keys.keySet().forEach(key -> facts.putEntry(object(map), "data[" + key + "]", keys, key));
        });
        return facts;
    }

    private static String path(Container container, String name) {
        return container.path() + ".env[" + name + "]";
    }

    /** Generated ConfigMaps carry a hash of their content in the name: it is no name of anything. */
    private static String object(Resource map) {
        return "ConfigMap/" + Naming.of("", "", Set.of()).neutral(map.name());
    }

    /** By name, with the value or where it comes from. */
    private static Map<String, Variable> variables(Manifests manifests, Container container) {
        Map<String, Variable> variables = new TreeMap<>();
        container.items("envFrom").forEach(source -> from(manifests, source, variables));
        for (Object item : container.items("env")) {
            Map<String, @Nullable Object> variable = Workload.map(item);
            variables.put(
                    Facts.text(variable.get("name")),
                    variable.get("valueFrom") == null
                            ? new Variable(Facts.text(variable.get("value")), true)
                            : new Variable("from " + Facts.text(variable.get("valueFrom")), false));
        }
        return variables;
    }

    private static void from(Manifests manifests, @Nullable Object source, Map<String, Variable> variables) {
        String prefix = text(source, "prefix");
        String map = text(source, "configMapRef", "name");
        if (!map.isEmpty()) {
            Set<Resource> found = manifests
                    .own(CONFIG)
                    .filter(each -> each.name().equals(map))
                    .collect(Collectors.toSet());
            found.forEach(each ->
                    keys(each).forEach((key, value) -> variables.put(prefix + key, new Variable(value, true))));
            if (found.isEmpty()) {
                variables.put(prefix + "* of ConfigMap " + map, new Variable("not in Git", false));
            }
        }
        String secret = text(source, "secretRef", "name");
        if (!secret.isEmpty()) {
            variables.put(prefix + "* of Secret " + secret, new Variable("from a Secret", false));
        }
    }

    static Map<String, String> keys(Resource map) {
        Map<String, String> keys = new TreeMap<>();
        map.map("data").forEach((key, value) -> keys.put(key, Facts.text(value)));
        map.map("binaryData").forEach((key, _) -> keys.put(key, "binary"));
        return keys;
    }

    private static String text(@Nullable Object value, String... at) {
        String text = Values.text(value, at);
        return text == null ? "" : text;
    }
}
