package dev.slipway.entities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a Location points. */
public final class LocationTargets {

    private LocationTargets() {}

    /** The files that an entity of kind Location names, each once. */
    public static List<LocationTarget> of(Entity entity) {
        if (!isLocation(entity.ref())) {
            return List.of();
        }
        Map<String, LocationTarget> targets = new LinkedHashMap<>();
        add(targets, entity.at("spec", "target"), List.of("spec", "target"));
        if (entity.at("spec", "targets") instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                add(targets, items.get(i), List.of("spec", "targets", String.valueOf(i)));
            }
        }
        return List.copyOf(targets.values());
    }

    private static void add(Map<String, LocationTarget> targets, @Nullable Object value, List<String> path) {
        if (value instanceof String text) {
            targets.putIfAbsent(text, new LocationTarget(text, path));
        }
    }

    /** Whether it is an entity that names files. */
    public static boolean isLocation(EntityRef ref) {
        return ref.kind().equals("location");
    }

    /** Whether a missing target is a problem: {@code spec.presence} is not {@code optional}. */
    public static boolean required(Entity entity) {
        return !entity.text("spec", "presence").filter("optional"::equals).isPresent();
    }
}
