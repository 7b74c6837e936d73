package dev.slipway.entities;

import org.jspecify.annotations.Nullable;

/**
 * What one field of a kind's {@code spec} must look like and which relation it declares.
 *
 * @param name below {@code spec}
 * @param relation null when it declares none
 * @param inverse whether the entity is the relation's target
 * @param refKind the kind that a reference without one means; null when it must name one
 */
record Field(
        String name,
        Shape shape,
        boolean required,
        @Nullable RelationType relation,
        boolean inverse,
        @Nullable String refKind) {

    enum Shape {
        TEXT("a text"),
        TEXTS("a list of texts"),
        REF("a reference to an entity"),
        REFS("a list of references to entities"),
        PROFILE("a map with displayName, email and picture"),
        STEPS("a list of steps, each with an action");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Field text(String name) {
        return new Field(name, Shape.TEXT, false, null, false, null);
    }

    static Field texts(String name) {
        return new Field(name, Shape.TEXTS, false, null, false, null);
    }

    static Field of(String name, Shape shape) {
        return new Field(name, shape, false, null, false, null);
    }

    static Field ref(String name, RelationType relation, @Nullable String refKind) {
        return new Field(name, Shape.REF, false, relation, false, refKind);
    }

    static Field refs(String name, RelationType relation, @Nullable String refKind) {
        return new Field(name, Shape.REFS, false, relation, false, refKind);
    }

    Field must() {
        return new Field(name, shape, true, relation, inverse, refKind);
    }

    /** The entity is the target of the relation that this field declares. */
    Field inverted() {
        return new Field(name, shape, required, relation, true, refKind);
    }
}
