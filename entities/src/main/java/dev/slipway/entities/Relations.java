package dev.slipway.entities;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relations that an entity declares. */
public final class Relations {

    private Relations() {}

    /** Each once, in its stored direction. Expects an entity that {@link EntityReader} took. */
    public static List<Relation> of(Entity entity) {
        if (!(entity.document().get("spec") instanceof Map<?, ?> spec)) {
            return List.of();
        }
        Set<Relation> relations = new LinkedHashSet<>();
        for (Field field : Kinds.relating(entity.kind())) {
            Object value = spec.get(field.name());
            if (value instanceof List<?> list) {
                list.forEach(item -> add(entity.ref(), field, item, relations));
            } else {
                add(entity.ref(), field, value, relations);
            }
        }
        return List.copyOf(relations);
    }

    private static void add(EntityRef self, Field field, @Nullable Object value, Set<Relation> relations) {
        EntityRef other = other(value, field, self);
        if (other != null) {
            RelationType type = Objects.requireNonNull(field.relation());
            relations.add(field.inverse() ? new Relation(other, type, self) : new Relation(self, type, other));
        }
    }

    /** Null for what only a kind that nobody checked can say. */
    private static @Nullable EntityRef other(@Nullable Object value, Field field, EntityRef self) {
        if (!(value instanceof String text) || text.length() > EntityRef.LONGEST) {
            return null;
        }
        try {
            return EntityRef.parse(text, field.refKind() == null ? "" : field.refKind(), self.namespace());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
