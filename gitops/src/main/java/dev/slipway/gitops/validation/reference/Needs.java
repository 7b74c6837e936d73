package dev.slipway.gitops.validation.reference;

import dev.slipway.gitops.validation.inventory.Container;
import dev.slipway.gitops.validation.inventory.Workload;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps, Secrets and claims that pods name. */
final class Needs {

    private final List<Need> needs = new ArrayList<>();

    private Needs() {}

    /**
     * One thing that is named.
     *
     * @param kind ConfigMap, Secret or PersistentVolumeClaim
     * @param key null for the whole
     * @param optional whether pods start without it
     */
    record Need(String kind, String name, @Nullable String key, boolean optional, String pointer) {}

    static List<Need> of(Workload workload) {
        Needs needs = new Needs();
        workload.containers().forEach(needs::container);
        List<?> volumes = workload.list("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            needs.volume(volumes.get(i), workload.pointer() + "/volumes/" + i);
        }
        List<?> pulls = workload.list("imagePullSecrets");
        for (int i = 0; i < pulls.size(); i++) {
            needs.add("Secret", pulls.get(i), "name", null, workload.pointer() + "/imagePullSecrets/" + i);
        }
        return needs.needs;
    }

    private void container(Container container) {
        List<?> env = container.list("env");
        for (int i = 0; i < env.size(); i++) {
            String at = container.pointer() + "/env/" + i + "/valueFrom/";
            add(
                    "ConfigMap",
                    Values.at(env.get(i), "valueFrom", "configMapKeyRef"),
                    "name",
                    "key",
                    at + "configMapKeyRef");
            add("Secret", Values.at(env.get(i), "valueFrom", "secretKeyRef"), "name", "key", at + "secretKeyRef");
        }
        List<?> from = container.list("envFrom");
        for (int i = 0; i < from.size(); i++) {
            String at = container.pointer() + "/envFrom/" + i + "/";
            add("ConfigMap", Values.at(from.get(i), "configMapRef"), "name", null, at + "configMapRef");
            add("Secret", Values.at(from.get(i), "secretRef"), "name", null, at + "secretRef");
        }
    }

    private void volume(@Nullable Object volume, String at) {
        source(volume, at, "secretName");
        add(
                "PersistentVolumeClaim",
                Values.at(volume, "persistentVolumeClaim"),
                "claimName",
                null,
                at + "/persistentVolumeClaim");
        List<?> projected = Values.list(volume, "projected", "sources");
        for (int i = 0; projected != null && i < projected.size(); i++) {
            source(projected.get(i), at + "/projected/sources/" + i, "name");
        }
    }

    private void source(@Nullable Object source, String at, String secretName) {
        for (String field : List.of("configMap", "secret")) {
            boolean secret = field.equals("secret");
            Object value = Values.at(source, field);
            String kind = secret ? "Secret" : "ConfigMap";
            String name = secret ? secretName : "name";
            add(kind, value, name, null, at + "/" + field);
            List<?> items = Values.list(value, "items");
            for (int i = 0; items != null && i < items.size(); i++) {
                key(kind, value, name, Values.text(items.get(i), "key"), at + "/" + field + "/items/" + i);
            }
        }
    }

    private void key(String kind, @Nullable Object from, String nameField, @Nullable String key, String at) {
        String name = Values.text(from, nameField);
        if (name != null && key != null) {
            needs.add(new Need(kind, name, key, isOptional(from), at));
        }
    }

    private void add(String kind, @Nullable Object from, String nameField, @Nullable String keyField, String pointer) {
        String name = Values.text(from, nameField);
        if (name != null && !name.isEmpty()) {
            String key = keyField == null ? null : Values.text(from, keyField);
            needs.add(
                    new Need(kind, name, key, isOptional(from), pointer + "/" + (key == null ? nameField : keyField)));
        }
    }

    private static boolean isOptional(@Nullable Object from) {
        return "true".equals(Values.text(from, "optional"));
    }
}
