package dev.slipway.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The relations that an entity declares. */
public final class Relations {

    private Relations() {}

    /** Each once, in its stored direction. Expects an entity that {@link EntityReader} took. */
    public static List<Relation> of(Entity entity) {
        if (!(entity.document().get("spec") instanceof Map<?, ?> spec)) {
            return List.of();
        }
        List<Relation> relations = new ArrayList<>();
        for (Field field : Kinds.relating(entity.kind())) {
            add(entity.ref(), field, Objects.requireNonNull(field.relation()), spec.get(field.name()), relations);
        }
        return relations.stream().distinct().toList();
    }

    private static void add(
            EntityRef self, Field field, RelationType type, @Nullable Object value, List<Relation> relations) {
        List<?> texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        texts.stream()
                .flatMap(text -> other(text, field, self).stream())
                .forEach(other -> relations.add(
                        field.inverse() ? new Relation(other, type, self) : new Relation(self, type, other)));
    }

    /** Empty for what only a kind that nobody checked can say. */
    private static Optional<EntityRef> other(@Nullable Object value, Field field, EntityRef self) {
        if (!(value instanceof String text) || text.length() > EntityRef.LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(EntityRef.parse(text, field.refKind() == null ? "" : field.refKind(), self.namespace()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
