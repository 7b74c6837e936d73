package dev.slipway.kustomize;

import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.document.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down where objects come from, what changed them and what rendered them.
 *
 * @param options those of {@code buildMetadata} in the kustomization that is rendered
 */
record BuildMetadata(Set<String> options) {
    private static final String ORIGIN = "config.kubernetes.io/origin";
    private static final String CHANGES = "alpha.config.kubernetes.io/transformations";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** What kubectl writes. */
    private static final String KUBECTL = "kustomize-(devel)";

    boolean wantsChanges() {
        return options.contains("transformerAnnotations");
    }

    void write(List<Item> items) {
        for (Item item : items) {
            Origin origin = item.origin();
            if (options.contains("originAnnotations") && origin != null) {
                put(item, "annotations", ORIGIN, origin.text());
            }
            if (wantsChanges() && !item.changes().isEmpty()) {
                put(
                        item,
                        "annotations",
                        CHANGES,
                        item.changes().stream().map(Origin::entry).collect(Collectors.joining()));
            }
            if (options.contains("managedByLabel")) {
                put(item, "labels", MANAGED_BY, KUBECTL);
            }
        }
    }

    private static void put(Item item, String field, String key, String value) {
        Map<String, @Nullable Object> map = Values.asMap(item.metadata().get(field));
        if (map == null) {
            map = new LinkedHashMap<>();
            item.metadata().put(field, map);
        }
        map.put(key, value);
    }
}
