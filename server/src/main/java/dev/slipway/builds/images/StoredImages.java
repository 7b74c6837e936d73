package dev.slipway.builds.images;

import dev.slipway.builds.Images;
import dev.slipway.builds.StoredImage;
import dev.slipway.kernel.ImageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads images from the store as their manifests and configurations describe them. */
@Component
public class StoredImages implements Images {

    private final ImageNames names;
    private final ImageRows rows;
    private final Blobs blobs;
    private final JsonMapper json;
    private final Clock clock;

    public StoredImages(ImageNames names, ImageRows rows, Blobs blobs, JsonMapper json, Clock clock) {
        this.names = names;
        this.rows = rows;
        this.blobs = blobs;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Optional<StoredImage> find(String imageName, ImageDigest digest) {
        return names.path(imageName)
                .flatMap(path -> rows.mediaType(path, digest))
                .flatMap(mediaType -> blobs.read(digest))
                .map(json::readTree)
                .flatMap(manifest -> image(imageName, digest, manifest));
    }

    @Override
    public Map<String, ImageDigest> use(Map<String, ImageDigest> images) {
        Map<String, ImageDigest> missing = new TreeMap<>();
        images.forEach((name, digest) -> names.path(name)
                .filter(path -> !rows.use(path, digest, clock.instant()))
                .ifPresent(_ -> missing.put(name, digest)));
        return missing;
    }

    private Optional<StoredImage> image(String name, ImageDigest digest, JsonNode manifest) {
        return blobs.read(digestOf(manifest.path("config")))
                .map(bytes -> json.readTree(bytes).path("config"))
                .flatMap(config -> layers(manifest)
                        .map(layers -> new StoredImage(
                                name,
                                digest,
                                texts(config.path("Entrypoint")),
                                texts(config.path("Cmd")),
                                environment(config.path("Env")),
                                config.path("WorkingDir").asString("/"),
                                labels(config.path("Labels")),
                                layers)));
    }

    /** Empty when one is missing. */
    private Optional<List<StoredImage.Layer>> layers(JsonNode manifest) {
        List<StoredImage.Layer> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("layers")) {
            ImageDigest digest = digestOf(layer);
            boolean gzip = layer.path("mediaType").asString("").endsWith("gzip");
            blobs.find(digest).ifPresent(blob -> layers.add(new StoredImage.Layer(digest, blob, gzip)));
        }
        return layers.size() == manifest.path("layers").size() ? Optional.of(List.copyOf(layers)) : Optional.empty();
    }

    private static ImageDigest digestOf(JsonNode descriptor) {
        return new ImageDigest(descriptor.path("digest").asString());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, String> environment(JsonNode entries) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String entry : texts(entries)) {
            int equals = entry.indexOf('=');
            environment.put(equals < 0 ? entry : entry.substring(0, equals), entry.substring(equals + 1));
        }
        return environment;
    }

    private static Map<String, String> labels(JsonNode object) {
        Map<String, String> labels = new LinkedHashMap<>();
        object.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return labels;
    }
}
