package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.ConfigurationData.Source;
import dev.slipway.delivery.store.PodRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container's {@code env} and {@code envFrom}, with what they refer to; collects everything that is missing. */
final class ContainerEnvironment {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    private final Manifest container;
    private final ConfigurationData data;
    private final PodFields fields;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** @param ports the variables that say where to listen; they count also where a manifest says another port */
    ContainerEnvironment(PodRow pod, Manifest container, ConfigurationData data, Map<String, String> ports) {
        this.container = container;
        this.data = data;
        this.fields = new PodFields(pod);
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
        if (source.has("configMapRef")) {
            addAll(prefix, Source.CONFIG_MAP, source.at("configMapRef"));
        }
        if (source.has("secretRef")) {
            addAll(prefix, Source.SECRET, source.at("secretRef"));
        }
    }

    private void addAll(String prefix, Source source, Manifest reference) {
        String name = reference.text("name").orElse("");
        data.texts(source, name)
                .ifPresentOrElse(
                        all -> all.forEach((key, value) -> values.put(prefix + key, value)),
                        () -> absent(reference, source.label(name) + " does not exist"));
    }

    private void add(Manifest variable) {
        String name = variable.text("name").orElse("");
        if (!variable.has("valueFrom")) {
            values.put(name, expand(variable.text("value").orElse("")));
        } else if (variable.has("valueFrom", "fieldRef")) {
            values.put(
                    name,
                    fields.field(
                            variable.text("valueFrom", "fieldRef", "fieldPath").orElse("")));
        } else if (variable.has("valueFrom", "resourceFieldRef")) {
            values.put(name, fields.resource(container, variable.at("valueFrom", "resourceFieldRef")));
        } else if (variable.has("valueFrom", "configMapKeyRef")) {
            addKey(name, Source.CONFIG_MAP, variable.at("valueFrom", "configMapKeyRef"));
        } else if (variable.has("valueFrom", "secretKeyRef")) {
            addKey(name, Source.SECRET, variable.at("valueFrom", "secretKeyRef"));
        }
    }

    private void addKey(String name, Source source, Manifest reference) {
        String from = reference.text("name").orElse("");
        String key = reference.text("key").orElse("");
        Optional<Map<String, String>> all = data.texts(source, from);
        if (all.isEmpty()) {
            absent(reference, source.label(from) + " does not exist, which variable " + name + " needs");
        } else if (!all.get().containsKey(key)) {
            absent(reference, source.label(from) + " has no key \"" + key + "\", which variable " + name + " needs");
        } else {
            values.put(name, all.get().getOrDefault(key, ""));
        }
    }

    private void absent(Manifest reference, String message) {
        if (!reference.flag("optional")) {
            missing.add(message);
        }
    }
}
