package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.impact.meaning.ConfigurationMeaning.Reading;
import dev.slipway.kustomize.Resource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the pods of a workload read a ConfigMap or Secret. That mounted files are updated, and variables and subPath mounts are
 * not, is in Kubernetes' documentation of ConfigMaps, "Mounted ConfigMaps are updated automatically".
 */
final class PodReferences {

    private PodReferences() {}

    static Set<Reading> readings(Resource workload, String kind, String name) {
        Set<Reading> readings = EnumSet.noneOf(Reading.class);
        PodTemplates.of(workload).ifPresent(template -> {
            Set<String> volumes = volumes(template, kind, name);
            for (String list : List.of("containers", "initContainers")) {
                for (Object container : PodTemplates.containers(template, list)) {
                    read(container, kind, name, volumes, readings);
                }
            }
        });
        return readings;
    }

    private static void read(Object container, String kind, String name, Set<String> volumes, Set<Reading> readings) {
        if (!(container instanceof Map<?, ?> map)) {
            return;
        }
        boolean variables = elements(map.get("env")).stream()
                        .anyMatch(each ->
                                each instanceof Map<?, ?> variable && refers(variable.get("valueFrom"), kind, name))
                || elements(map.get("envFrom")).stream().anyMatch(each -> refers(each, kind, name));
        if (variables) {
            readings.add(Reading.VARIABLES);
        }
        for (Object each : elements(map.get("volumeMounts"))) {
            if (each instanceof Map<?, ?> mount && volumes.contains(String.valueOf(mount.get("name")))) {
                readings.add(mount.get("subPath") == null ? Reading.FILES : Reading.SINGLE_FILE);
            }
        }
    }

    private static boolean refers(@Nullable Object value, String kind, String name) {
        return References.of(value)
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .isPresent();
    }

    private static Set<String> volumes(Map<?, ?> template, String kind, String name) {
        Set<String> volumes = new HashSet<>();
        for (Object each : PodTemplates.containers(template, "volumes")) {
            if (each instanceof Map<?, ?> volume && holds(volume, kind, name)) {
                volumes.add(String.valueOf(volume.get("name")));
            }
        }
        return volumes;
    }

    private static boolean holds(Map<?, ?> volume, String kind, String name) {
        boolean directly = kind.equals("ConfigMap")
                ? volume.get("configMap") instanceof Map<?, ?> map && name.equals(map.get("name"))
                : volume.get("secret") instanceof Map<?, ?> secret && name.equals(secret.get("secretName"));
        return directly
                || (volume.get("projected") instanceof Map<?, ?> projected
                        && elements(projected.get("sources")).stream()
                                .anyMatch(each -> each instanceof Map<?, ?> source
                                        && source.get(kind.equals("ConfigMap") ? "configMap" : "secret")
                                                instanceof Map<?, ?> part
                                        && name.equals(part.get("name"))));
    }

    private static Collection<?> elements(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }
}
