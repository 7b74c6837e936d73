package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.entities.RelationType;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The relations of an entity as two arrays of numbers, so that a list of entities needs neither a second question nor a row for
 * each relation: of those where it is the source and of those where it is the target, the number of the other's reference and,
 * in the last three bits, the type's.
 *
 * @param sources of the entities that have a relation to it
 * @param targets of the entities that it has a relation to
 */
record StoredRelations(List<Long> sources, List<Long> targets) {

    /** Answers the two arrays for {@code e}, as {@code targets} and {@code sources}. */
    static final String OF_ENTITY = """
            array(select target * 8::bigint + type from catalog_relations where source = e.id) as targets,
            array(select source * 8::bigint + type from catalog_relations where target = e.id) as sources""";

    private static final int BITS = 3;

    /** A relation as seen from the entity; ordered by type, direction and reference. */
    private record Side(RelationType type, boolean inverse, RefNames.Name other) implements Comparable<Side> {

        static Side of(long stored, boolean inverse, Map<Integer, RefNames.Name> names) {
            return new Side(
                    RelationType.numbered((int) stored & (1 << BITS) - 1),
                    inverse,
                    Objects.requireNonNull(names.get((int) (stored >> BITS))));
        }

        @Override
        public int compareTo(Side to) {
            if (type != to.type) {
                return type.compareTo(to.type);
            }
            return inverse == to.inverse ? other.text().compareTo(to.other.text()) : inverse ? 1 : -1;
        }

        EntityRelation relation() {
            return new EntityRelation(inverse ? type.inverse() : type.forward(), other.ref());
        }
    }

    static StoredRelations of(Array sources, Array targets) throws SQLException {
        return new StoredRelations(List.of((Long[]) sources.getArray()), List.of((Long[]) targets.getArray()));
    }

    /** Adds the numbers of the others' references. */
    void others(Collection<Integer> numbers) {
        targets.forEach(stored -> numbers.add((int) (stored >> BITS)));
        sources.forEach(stored -> numbers.add((int) (stored >> BITS)));
    }

    /** Each once, in the order of {@link Side}s: one entity can have hundreds, and each of its lookups names them. */
    List<EntityRelation> named(Map<Integer, RefNames.Name> names) {
        List<Side> sides = new ArrayList<>(targets.size() + sources.size());
        targets.forEach(stored -> sides.add(Side.of(stored, false, names)));
        sources.forEach(stored -> sides.add(Side.of(stored, true, names)));
        Collections.sort(sides);
        List<EntityRelation> relations = new ArrayList<>(sides.size());
        Side before = null;
        for (Side side : sides) {
            if (before == null || side.compareTo(before) != 0) {
                relations.add(side.relation());
            }
            before = side;
        }
        return relations;
    }
}
