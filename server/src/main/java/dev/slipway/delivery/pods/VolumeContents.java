package dev.slipway.delivery.pods;

import dev.slipway.delivery.objects.Manifest;
import dev.slipway.delivery.pods.ConfigurationData.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a volume that the cluster fills: by their paths in it, with their modes; collects everything that is missing. */
final class VolumeContents {

    private static final int READABLE = 0644;
    private static final int MOST = 0777;

    private final String volume;
    private final ConfigurationData data;
    private final PodFields fields;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Integer> modes = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    VolumeContents(Manifest volume, ConfigurationData data) {
        this.volume = volume.text("name").orElse("");
        this.data = data;
        this.fields = new PodFields(data.pod());
        if (volume.has("secret")) {
            Manifest secret = volume.at("secret");
            add(Source.SECRET, secret.text("secretName").orElse(""), secret, mode(secret, "defaultMode", READABLE));
        } else if (volume.has("projected")) {
            int mode = mode(volume.at("projected"), "defaultMode", READABLE);
            volume.items("projected", "sources").forEach(source -> addSource(source, mode));
        } else {
            addSource(volume, READABLE);
        }
    }

    private void addSource(Manifest source, int inherited) {
        if (source.has("configMap")) {
            Manifest map = source.at("configMap");
            add(Source.CONFIG_MAP, map.text("name").orElse(""), map, mode(map, "defaultMode", inherited));
        }
        if (source.has("secret")) {
            Manifest secret = source.at("secret");
            add(Source.SECRET, secret.text("name").orElse(""), secret, mode(secret, "defaultMode", inherited));
        }
        if (source.has("downwardAPI")) {
            Manifest downward = source.at("downwardAPI");
            int mode = mode(downward, "defaultMode", inherited);
            downward.items("items").forEach(item -> addField(item, mode));
        }
    }

    private void add(Source source, String name, Manifest reference, int mode) {
        Optional<Map<String, byte[]>> all = data.files(source, name);
        if (all.isEmpty()) {
            absent(reference, source.label(name) + " does not exist");
        } else if (reference.has("items")) {
            reference.items("items").forEach(item -> addItem(source.label(name), all.get(), reference, item, mode));
        } else {
            all.get().forEach((key, value) -> put(key, value, mode));
        }
    }

    private void addItem(String from, Map<String, byte[]> all, Manifest reference, Manifest item, int mode) {
        String key = item.text("key").orElse("");
        byte[] value = all.get(key);
        if (value == null) {
            absent(reference, from + " has no key \"" + key + "\"");
        } else {
            put(item.text("path").orElse(key), value, mode(item, "mode", mode));
        }
    }

    private void addField(Manifest item, int mode) {
        Manifest resource = item.at("resourceFieldRef");
        String value = resource.content().isEmpty()
                ? fields.field(item.text("fieldRef", "fieldPath").orElse(""))
                : fields.container(resource.text("containerName").orElse(""))
                        .map(container -> fields.resource(container, resource))
                        .orElse("");
        put(item.text("path").orElse(""), value.getBytes(StandardCharsets.UTF_8), mode(item, "mode", mode));
    }

    private void put(String path, byte[] content, int mode) {
        if (path.isEmpty()
                || path.startsWith("/")
                || List.of(path.split("/", -1)).stream().anyMatch(part -> part.isEmpty() || part.startsWith(".."))) {
            missing.add("volume \"" + volume + "\": the path \"" + path
                    + "\" is not within it; expected a relative path without \"..\"");
        } else {
            files.put(path, content);
            modes.put(path, mode);
        }
    }

    private int mode(Manifest of, String field, int otherwise) {
        int mode = of.number(otherwise, field);
        if (mode < 0 || mode > MOST) {
            missing.add(
                    "volume \"" + volume + "\": " + field + " " + mode + " is none; expected 0 to 0777 octal (511)");
            return otherwise;
        }
        return mode;
    }

    private void absent(Manifest reference, String message) {
        if (!reference.flag("optional")) {
            missing.add("volume \"" + volume + "\": " + message);
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    int mode(String path) {
        return modes.getOrDefault(path, READABLE);
    }

    /** For people; empty when everything is there. */
    List<String> missing() {
        return missing;
    }
}
