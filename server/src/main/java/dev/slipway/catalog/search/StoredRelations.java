package dev.slipway.catalog.search;

import dev.slipway.catalog.CatalogEntity.EntityRelation;
import dev.slipway.entities.RelationType;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
    private static final Comparator<Side> ORDER = Comparator.comparing((Side side) -> side.type)
            .thenComparing(side -> side.inverse)
            .thenComparing(side -> side.other.text());

    /** A relation as seen from the entity. */
    private record Side(RelationType type, boolean inverse, RefNames.Name other) {

        static Side of(long stored, boolean inverse, Map<Integer, RefNames.Name> names) {
            return new Side(
                    RelationType.numbered((int) stored & (1 << BITS) - 1),
                    inverse,
                    Objects.requireNonNull(names.get((int) (stored >> BITS))));
        }

        EntityRelation relation() {
            return new EntityRelation(inverse ? type.inverse() : type.forward(), other.ref());
        }
    }

    static StoredRelations of(Array sources, Array targets) throws SQLException {
        return new StoredRelations(List.of((Long[]) sources.getArray()), List.of((Long[]) targets.getArray()));
    }

    /** The numbers of the others' references. */
    Stream<Integer> others() {
        return Stream.concat(sources.stream(), targets.stream()).map(stored -> (int) (stored >> BITS));
    }

    /** Each once, by type, direction and reference. */
    List<EntityRelation> named(Map<Integer, RefNames.Name> names) {
        return Stream.concat(
                        targets.stream().distinct().map(stored -> Side.of(stored, false, names)),
                        sources.stream().distinct().map(stored -> Side.of(stored, true, names)))
                .sorted(ORDER)
                .map(Side::relation)
                .toList();
    }
}
