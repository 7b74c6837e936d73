package dev.slipway.delivery.pods;

import dev.slipway.delivery.SecretValues;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container's {@code env} and {@code envFrom}, with what they refer to; collects everything that is missing. */
final class ContainerEnvironment {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    private final PodRow pod;
    private final LiveObjects objects;
    private final List<SecretValues> secrets;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** @param ports the variables that say where to listen; they count also where a manifest says another port */
    ContainerEnvironment(
            PodRow pod,
            Manifest container,
            LiveObjects objects,
            List<SecretValues> secrets,
            Map<String, String> ports) {
        this.pod = pod;
        this.objects = objects;
        this.secrets = secrets;
        values.putAll(ports);
        container.items("envFrom").forEach(this::addAll);
        container.items("env").forEach(variable -> {
            add(variable);
            values.putAll(ports);
        });
    }

    Map<String, String> values() {
        return values;
    }

    /** What cannot be resolved, for people; empty when everything is there. */
    List<String> missing() {
        return missing;
    }

    /** Replaces {@code $(NAME)} by the variable, as Kubernetes does in commands and arguments. */
    String expand(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    private void addAll(Manifest source) {
        String prefix = source.text("prefix").orElse("");
        for (String kind : List.of("configMapRef", "secretRef")) {
            if (source.has(kind)) {
                String name = source.text(kind, "name").orElse("");
                data(kind, name)
                        .ifPresentOrElse(
                                data -> data.forEach((key, value) -> values.put(prefix + key, value)),
                                () -> absent(source.at(kind), label(kind) + " \"" + name + "\" does not exist"));
            }
        }
    }

    private void add(Manifest variable) {
        String name = variable.text("name").orElse("");
        if (!variable.has("valueFrom")) {
            values.put(name, expand(variable.text("value").orElse("")));
        } else if (variable.has("valueFrom", "fieldRef")) {
            values.put(
                    name,
                    field(variable.text("valueFrom", "fieldRef", "fieldPath").orElse("")));
        } else if (variable.has("valueFrom", "configMapKeyRef")) {
            addKey(name, "configMapRef", variable.at("valueFrom", "configMapKeyRef"));
        } else if (variable.has("valueFrom", "secretKeyRef")) {
            addKey(name, "secretRef", variable.at("valueFrom", "secretKeyRef"));
        }
    }

    private void addKey(String name, String kind, Manifest reference) {
        String from = reference.text("name").orElse("");
        String key = reference.text("key").orElse("");
        Optional<Map<String, String>> data = data(kind, from);
        if (data.isEmpty()) {
            absent(reference, label(kind) + " \"" + from + "\" does not exist, which variable " + name + " needs");
        } else if (!data.get().containsKey(key)) {
            absent(
                    reference,
                    label(kind) + " \"" + from + "\" has no key \"" + key + "\", which variable " + name + " needs");
        } else {
            values.put(name, data.get().getOrDefault(key, ""));
        }
    }

    private void absent(Manifest reference, String message) {
        if (!reference.flag("optional")) {
            missing.add(message);
        }
    }

    private Optional<Map<String, String>> data(String kind, String name) {
        return kind.equals("configMapRef")
                ? objects.core(pod.cluster(), "ConfigMap", pod.namespace(), name)
                        .map(map -> map.manifest().values("data"))
                : secret(name);
    }

    /** The Secret's manifest, and over it the values that do not stand in manifests. */
    private Optional<Map<String, String>> secret(String name) {
        Map<String, String> data = new HashMap<>();
        boolean[] found = {false};
        objects.core(pod.cluster(), "Secret", pod.namespace(), name).ifPresent(secret -> {
            found[0] = true;
            secret.manifest().values("data").forEach((key, value) -> data.put(key, decoded(value)));
            data.putAll(secret.manifest().values("stringData"));
        });
        for (SecretValues source : secrets) {
            source.values(pod.cluster(), pod.namespace(), name).ifPresent(values -> {
                found[0] = true;
                values.forEach((key, value) -> data.put(key, new String(value, StandardCharsets.UTF_8)));
            });
        }
        return found[0] ? Optional.of(data) : Optional.empty();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private String field(String path) {
        return switch (path) {
            case "metadata.name" -> pod.name();
            case "metadata.namespace" -> pod.namespace();
            case "metadata.uid" -> pod.id();
            case "spec.nodeName" -> pod.cluster().value();
            case "status.podIP", "status.hostIP" -> "127.0.0.1";
            case "spec.serviceAccountName" ->
                pod.template().text("spec", "serviceAccountName").orElse("default");
            default -> labelOrAnnotation(path);
        };
    }

    private String labelOrAnnotation(String path) {
        Matcher matcher = Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)'\\]")
                .matcher(path);
        return matcher.matches()
                ? pod.template()
                        .text("metadata", matcher.group(1), matcher.group(2))
                        .orElse("")
                : "";
    }

    private static String label(String kind) {
        return kind.equals("configMapRef") ? "ConfigMap" : "Secret";
    }
}
