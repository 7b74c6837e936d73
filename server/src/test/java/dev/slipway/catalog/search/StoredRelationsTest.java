package dev.slipway.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.RelationType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredRelationsTest {

    private static final Map<Integer, RefNames.Name> NAMES =
            Map.of(0, name("api:default/a"), 1, name("api:default/b"), 2, name("group:x/red"));

    @Test
    void namesEachRelationOnceByTypeDirectionAndReference() {
        StoredRelations relations = new StoredRelations(
                List.of(stored(1, RelationType.DEPENDS_ON), stored(0, RelationType.DEPENDS_ON)),
                List.of(
                        stored(1, RelationType.DEPENDS_ON),
                        stored(2, RelationType.OWNED_BY),
                        stored(1, RelationType.DEPENDS_ON)));

        assertThat(relations.named(NAMES))
                .containsExactly(
                        relation("ownedBy", "group:x/red"),
                        relation("dependsOn", "api:default/b"),
                        relation("dependencyOf", "api:default/a"),
                        relation("dependencyOf", "api:default/b"));
    }

    @Test
    void tellsWhichReferencesItNames() {
        Set<Integer> numbers = new HashSet<>();

        new StoredRelations(List.of(stored(0, RelationType.PART_OF)), List.of(stored(2, RelationType.OWNED_BY)))
                .others(numbers);

        assertThat(numbers).containsExactlyInAnyOrder(0, 2);
    }

    private static RefNames.Name name(String text) {
        return new RefNames.Name(text, EntityRef.parse(text, ""));
    }

    private static long stored(int other, RelationType type) {
        return other * 8L + type.number();
    }

    private static EntityRelation relation(String type, String target) {
        return new EntityRelation(type, EntityRef.parse(target, ""));
    }
}
