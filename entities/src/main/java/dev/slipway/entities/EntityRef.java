package dev.slipway.entities;

import java.util.Locale;

/** A reference to a catalog entity, {@code kind:namespace/name}, as Backstage writes it; compared without regard to case. */
public record EntityRef(String kind, String namespace, String name) implements Comparable<EntityRef> {

    /** The namespace of entities that name none. */
    public static final String DEFAULT_NAMESPACE = "default";

    /** Kind, namespace and name have 63 characters at most; no reference that is longer leads anywhere. */
    static final int LONGEST = 191;

    public EntityRef {
        kind = part("kind", kind);
        namespace = part("namespace", namespace);
        name = part("name", name);
    }

    /**
     * Parses {@code [kind:][namespace/]name}; without a namespace it is {@code default}.
     *
     * @throws IllegalArgumentException if a part is missing or holds a separator
     */
    public static EntityRef parse(String text, String defaultKind) {
        return parse(text, defaultKind, DEFAULT_NAMESPACE);
    }

    /** As {@link #parse(String, String)}, with the namespace that a text without one means. */
    public static EntityRef parse(String text, String defaultKind, String defaultNamespace) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/', colon + 1);
        return new EntityRef(
                colon < 0 ? defaultKind : text.substring(0, colon),
                slash < 0 ? defaultNamespace : text.substring(colon + 1, slash),
                text.substring(Math.max(colon, slash) + 1));
    }

    private static String part(String what, String value) {
        if (value.isBlank() || value.indexOf('/') >= 0 || value.indexOf(':') >= 0) {
            throw new IllegalArgumentException("\"" + value + "\" is not a " + what + " of an entity reference.");
        }
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(EntityRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
