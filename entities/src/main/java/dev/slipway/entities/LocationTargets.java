package dev.slipway.entities;

import java.util.List;
import java.util.stream.Stream;

/** Where a Location points. */
public final class LocationTargets {

    private LocationTargets() {}

    /** The files that an entity of kind Location names, as it names them: paths relative to it, or URLs; with globs. */
    public static List<String> of(Entity entity) {
        return isLocation(entity.ref())
                ? Stream.concat(entity.text("spec", "target").stream(), entity.texts("spec", "targets").stream())
                        .distinct()
                        .toList()
                : List.of();
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
