package dev.slipway.catalog.ingest;

import dev.slipway.entities.Entity;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API answers for an entity: what was declared, with what the catalog knows of it. */
final class PublishedDocument {

    private static final String MANAGED_BY = "backstage.io/managed-by-location";
    private static final String ORIGIN = "backstage.io/managed-by-origin-location";
    private static final String VIEW = "backstage.io/view-url";
    private static final String SOURCE = "backstage.io/source-location";

    private PublishedDocument() {}

    /** The same for the same reference, so that an entity that comes back is the one that it was. */
    static UUID uidOf(Entity entity) {
        return UUID.nameUUIDFromBytes(("slipway-entity:" + entity.ref()).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, @Nullable Object> of(Entity entity, UUID uid, UUID chunk, SourceFile file) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(entity.document());
        document.put("metadata", metadata(entity, uid, chunk, file));
        return document;
    }

    private static Map<String, @Nullable Object> metadata(Entity entity, UUID uid, UUID chunk, SourceFile file) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", entity.ref().namespace());
        metadata.put("annotations", annotations(entity.at("metadata", "annotations"), file));
        copy(entity.at("metadata"), metadata);
        metadata.put("uid", uid.toString());
        metadata.put("etag", chunk.toString());
        return metadata;
    }

    private static Map<String, @Nullable Object> annotations(@Nullable Object declared, SourceFile file) {
        String location = file.location();
        Map<String, @Nullable Object> annotations = new LinkedHashMap<>();
        annotations.put(MANAGED_BY, location);
        annotations.put(ORIGIN, file.origin());
        if (location.startsWith("url:")) {
            annotations.put(VIEW, location.substring("url:".length()));
            annotations.put(
                    SOURCE, location.substring(0, location.lastIndexOf('/') + 1).replaceFirst("/blob/", "/tree/"));
        }
        copy(declared, annotations);
        return annotations;
    }

    /** What is there already stays. */
    private static void copy(@Nullable Object from, Map<String, @Nullable Object> to) {
        if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!key.equals("annotations") || value == null) {
                    to.putIfAbsent(String.valueOf(key), value);
                }
            });
        }
    }
}
