package dev.slipway.gitops.impact.reading.configuration;

import dev.slipway.gitops.impact.meaning.ConfigurationMeaning.Reading;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.kinds.References;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the pods of a workload read a ConfigMap or Secret. That mounted files are updated, and variables and subPath mounts are
 * not, is in Kubernetes' documentation of ConfigMaps, "Mounted ConfigMaps are updated automatically".
 */
final class PodReferences {

    /**
     * One place in which a container reads.
     *
     * @param keys empty for all of them
     * @param needed the keys without which pods do not start
     * @param optional whether pods start without the object
     */
    record Read(Reading reading, Set<String> keys, Set<String> needed, boolean optional) {

        boolean reads(String key) {
            return keys.isEmpty() || keys.contains(key);
        }

        boolean needs(String key) {
            return !optional && needed.contains(key);
        }
    }

    /** The source of a volume; its keys and the paths of their files, none where all keys are files of their name. */
    private record Files(Map<String, String> items, boolean optional) {

        static Files of(Map<?, ?> source) {
            Map<String, String> items = new LinkedHashMap<>();
            for (Object each : elements(source.get("items"))) {
                if (each instanceof Map<?, ?> item) {
                    items.put(String.valueOf(item.get("key")), String.valueOf(item.get("path")));
                }
            }
            return new Files(items, Boolean.TRUE.equals(source.get("optional")));
        }

        Read mounted(@Nullable Object subPath) {
            return subPath == null
                    ? new Read(Reading.FILES, items.keySet(), items.keySet(), optional)
                    : new Read(Reading.SINGLE_FILE, keys(subPath.toString()), items.keySet(), optional);
        }

        private Set<String> keys(String path) {
            return items.isEmpty()
                    ? Set.of(path)
                    : items.keySet().stream()
                            .filter(key -> (items.get(key) + "/").startsWith(path + "/"))
                            .collect(Collectors.toSet());
        }
    }

    private PodReferences() {}

    static List<Read> of(Resource workload, String kind, String name) {
        List<Read> reads = new ArrayList<>();
        PodTemplates.of(workload).ifPresent(template -> {
            Map<String, List<Files>> volumes = volumes(template, kind, name);
            PodTemplates.containers(template).forEach(each -> {
                if (each instanceof Map<?, ?> container) {
                    variables(container, kind, name, reads);
                    mounts(container, volumes, reads);
                }
            });
        });
        return reads;
    }

    private static void variables(Map<?, ?> container, String kind, String name, List<Read> reads) {
        List<Object> sources = new ArrayList<>(elements(container.get("envFrom")));
        for (Object each : elements(container.get("env"))) {
            if (each instanceof Map<?, ?> variable && variable.get("valueFrom") instanceof Map<?, ?> source) {
                sources.add(source);
            }
        }
        sources.stream()
                .flatMap(each -> References.of(each).stream())
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .map(each -> {
                    Set<String> keys = each.key().isEmpty() ? Set.of() : Set.of(each.key());
                    return new Read(Reading.VARIABLES, keys, keys, each.optional());
                })
                .forEach(reads::add);
    }

    private static void mounts(Map<?, ?> container, Map<String, List<Files>> volumes, List<Read> reads) {
        for (Object each : elements(container.get("volumeMounts"))) {
            if (each instanceof Map<?, ?> mount) {
                volumes.getOrDefault(String.valueOf(mount.get("name")), List.of())
                        .forEach(files -> reads.add(files.mounted(mount.get("subPath"))));
            }
        }
    }

    private static Map<String, List<Files>> volumes(Map<?, ?> template, String kind, String name) {
        Map<String, List<Files>> volumes = new HashMap<>();
        for (Object each : PodTemplates.list(template, "volumes")) {
            if (each instanceof Map<?, ?> volume) {
                volumes.put(String.valueOf(volume.get("name")), files(volume, kind, name));
            }
        }
        return volumes;
    }

    private static List<Files> files(Map<?, ?> volume, String kind, String name) {
        String field = kind.equals("ConfigMap") ? "configMap" : "secret";
        List<Files> files = new ArrayList<>();
        if (volume.get(field) instanceof Map<?, ?> source
                && name.equals(source.get(kind.equals("ConfigMap") ? "name" : "secretName"))) {
            files.add(Files.of(source));
        }
        if (volume.get("projected") instanceof Map<?, ?> projected) {
            for (Object each : elements(projected.get("sources"))) {
                if (each instanceof Map<?, ?> part
                        && part.get(field) instanceof Map<?, ?> source
                        && name.equals(source.get("name"))) {
                    files.add(Files.of(source));
                }
            }
        }
        return files;
    }

    private static Collection<?> elements(@Nullable Object value) {
        return value instanceof Collection<?> list ? list : List.of();
    }
}
