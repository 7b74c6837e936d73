package dev.slipway.catalog.ingest;

import dev.slipway.entities.Entity;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API answers for the entities of a file: what was declared, with what the catalog knows of them. */
final class PublishedDocuments {

    private static final String MANAGED_BY = "backstage.io/managed-by-location";
    private static final String ORIGIN = "backstage.io/managed-by-origin-location";
    private static final String VIEW = "backstage.io/view-url";
    private static final String SOURCE = "backstage.io/source-location";

    /** Those that each of them has, whatever it declares. */
    private final Map<String, String> known;

    /** Those that each of them has that does not declare them itself: its code may be elsewhere. */
    private final Map<String, String> presumed;

    PublishedDocuments(SourceFile file) {
        known = new LinkedHashMap<>();
        known.put(MANAGED_BY, file.location());
        known.put(ORIGIN, file.origin());
        presumed = presumed(file.location());
    }

    private static Map<String, String> presumed(String location) {
        Map<String, String> annotations = new LinkedHashMap<>();
        if (location.startsWith("url:")) {
            annotations.put(VIEW, location.substring("url:".length()));
            annotations.put(
                    SOURCE, location.substring(0, location.lastIndexOf('/') + 1).replaceFirst("/blob/", "/tree/"));
        }
        return annotations;
    }

    /** The same for the same reference, so that an entity that comes back is the one that it was. */
    static UUID uidOf(Entity entity) {
        return UUID.nameUUIDFromBytes(("slipway-entity:" + entity.ref()).getBytes(StandardCharsets.UTF_8));
    }

    Map<String, @Nullable Object> of(Entity entity, UUID uid, UUID chunk) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>(entity.document());
        document.put("metadata", metadata(entity, uid, chunk));
        return document;
    }

    private Map<String, @Nullable Object> metadata(Entity entity, UUID uid, UUID chunk) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(known);
        copy(entity.at("metadata", "annotations"), all);
        copy(presumed, all);
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", entity.ref().namespace());
        metadata.put("annotations", all);
        copy(entity.at("metadata"), metadata);
        metadata.put("uid", uid.toString());
        metadata.put("etag", chunk.toString());
        return metadata;
    }

    /** What is there already stays. */
    private static void copy(@Nullable Object from, Map<String, @Nullable Object> to) {
        if (from instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!entry.getKey().equals("annotations") || entry.getValue() == null) {
                    to.putIfAbsent(String.valueOf(entry.getKey()), entry.getValue());
                }
            }
        }
    }
}
