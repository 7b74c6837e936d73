package dev.slipway.delivery.pods;

import dev.slipway.delivery.SecretValues;
import dev.slipway.delivery.objects.LiveObjects;
import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.store.PodRow;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ConfigMaps and Secrets in a pod's namespace hold, by key. */
record ConfigurationData(PodRow pod, LiveObjects objects, List<SecretValues> secrets) {

    /** Where configuration comes from. */
    enum Source {
        CONFIG_MAP("ConfigMap"),
        SECRET("Secret");

        private final String kind;

        Source(String kind) {
            this.kind = kind;
        }

        String label(String name) {
            return kind + " \"" + name + "\"";
        }
    }

    /** As variables see it, which know no {@code binaryData}. */
    Optional<Map<String, String>> texts(Source source, String name) {
        Optional<Map<String, byte[]>> data = switch (source) {
            case CONFIG_MAP -> configMap(name, false);
            case SECRET -> secret(name);
        };
        return data.map(bytes -> {
            Map<String, String> texts = new LinkedHashMap<>();
            bytes.forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
            return texts;
        });
    }

    /** As files. */
    Optional<Map<String, byte[]>> files(Source source, String name) {
        return switch (source) {
            case CONFIG_MAP -> configMap(name, true);
            case SECRET -> secret(name);
        };
    }

    private Optional<Map<String, byte[]>> configMap(String name, boolean binary) {
        return objects.core(pod.cluster(), "ConfigMap", pod.namespace(), name).map(map -> {
            Map<String, byte[]> data = new LinkedHashMap<>();
            addTexts(map.manifest(), "data", data);
            if (binary) {
                addDecoded(map.manifest(), "binaryData", data);
            }
            return data;
        });
    }

    /** The Secret's manifest, and over it the values that do not stand in manifests. */
    private Optional<Map<String, byte[]>> secret(String name) {
        Map<String, byte[]> data = new LinkedHashMap<>();
        boolean[] found = {false};
        objects.core(pod.cluster(), "Secret", pod.namespace(), name).ifPresent(secret -> {
            found[0] = true;
            addDecoded(secret.manifest(), "data", data);
            addTexts(secret.manifest(), "stringData", data);
        });
        for (SecretValues source : secrets) {
            source.values(pod.cluster(), pod.namespace(), name).ifPresent(values -> {
                found[0] = true;
                data.putAll(values);
            });
        }
        return found[0] ? Optional.of(data) : Optional.empty();
    }

    private static void addTexts(Manifest object, String field, Map<String, byte[]> data) {
        object.values(field).forEach((key, value) -> data.put(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static void addDecoded(Manifest object, String field, Map<String, byte[]> data) {
        object.values(field).forEach((key, value) -> data.put(key, decoded(value)));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
