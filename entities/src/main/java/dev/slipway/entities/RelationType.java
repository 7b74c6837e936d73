package dev.slipway.entities;

import java.util.List;
import java.util.Optional;

/**
 * What one entity is to another, and what the other is to it: Backstage's well-known relations. Each pair is stored once, in
 * the direction of the constant's name.
 */
public enum RelationType {
    OWNED_BY(1, "ownedBy", "ownerOf"),
    PROVIDES_API(2, "providesApi", "apiProvidedBy"),
    CONSUMES_API(3, "consumesApi", "apiConsumedBy"),
    DEPENDS_ON(4, "dependsOn", "dependencyOf"),
    CHILD_OF(5, "childOf", "parentOf"),
    MEMBER_OF(6, "memberOf", "hasMember"),
    PART_OF(7, "partOf", "hasPart");

    private static final List<RelationType> ALL = List.of(values());

    private final int number;
    private final String forward;
    private final String inverse;

    RelationType(int number, String forward, String inverse) {
        this.number = number;
        this.forward = forward;
        this.inverse = inverse;
    }

    /** What stands for it where it is stored. */
    public int number() {
        return number;
    }

    /** The type that this number stands for. */
    public static RelationType numbered(int number) {
        for (RelationType type : ALL) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("No type of relation has the number " + number + ".");
    }

    /** The relation's name at its source, for example {@code ownedBy}. */
    public String forward() {
        return forward;
    }

    /** The relation's name at its target, for example {@code ownerOf}. */
    public String inverse() {
        return inverse;
    }

    /** The type that one of its two names belongs to, without regard to case. */
    public static Optional<RelationType> named(String name) {
        return ALL.stream()
                .filter(type -> type.forward.equalsIgnoreCase(name) || type.inverse.equalsIgnoreCase(name))
                .findFirst();
    }
}
