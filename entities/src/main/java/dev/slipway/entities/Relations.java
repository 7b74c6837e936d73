package dev.slipway.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The relations that an entity declares. */
public final class Relations {

    private Relations() {}

    /** Each once, in its stored direction. Expects an entity that {@link EntityReader} took. */
    public static List<Relation> of(Entity entity) {
        List<Field> fields = Kinds.fields(entity.kind());
        if (fields.isEmpty() || !(entity.document().get("spec") instanceof Map<?, ?> spec)) {
            return List.of();
        }
        List<Relation> relations = new ArrayList<>();
        for (Field field : fields) {
            if (field.relation() != null) {
                add(entity.ref(), field, field.relation(), spec.get(field.name()), relations);
            }
        }
        return relations.stream().distinct().toList();
    }

    private static void add(
            EntityRef self, Field field, RelationType type, @Nullable Object value, List<Relation> relations) {
        List<?> texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object text : texts) {
            EntityRef other = EntityRef.parse(
                    String.valueOf(text), field.refKind() == null ? "" : field.refKind(), self.namespace());
            relations.add(field.inverse() ? new Relation(other, type, self) : new Relation(self, type, other));
        }
    }
}
