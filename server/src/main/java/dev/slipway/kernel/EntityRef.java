package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A reference to a catalog entity, {@code kind:namespace/name}, as Backstage writes it; compared without regard to case. */
public record EntityRef(String kind, String namespace, String name) {

    public EntityRef {
        kind = part("kind", kind);
        namespace = part("namespace", namespace);
        name = part("name", name);
    }

    /** Parses {@code [kind:][namespace/]name}. */
    public static EntityRef parse(String text, String defaultKind) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/', colon + 1);
        return new EntityRef(
                colon < 0 ? defaultKind : text.substring(0, colon),
                slash < 0 ? "default" : text.substring(colon + 1, slash),
                text.substring(Math.max(colon, slash) + 1));
    }

    private static String part(String what, String value) {
        if (value.isBlank() || value.contains("/") || value.contains(":")) {
            throw new IllegalArgumentException("\"" + value + "\" is not a " + what + " of an entity reference.");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    @JsonValue
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
