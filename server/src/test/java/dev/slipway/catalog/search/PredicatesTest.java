package dev.slipway.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.store.EntityRow;
import dev.slipway.catalog.store.EntityRows;
import dev.slipway.catalog.store.Terms;
import dev.slipway.entities.EntityFields;
import dev.slipway.entities.EntityJson;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityPredicate.All;
import dev.slipway.entities.EntityPredicate.Any;
import dev.slipway.entities.EntityPredicate.Exists;
import dev.slipway.entities.EntityPredicate.Has;
import dev.slipway.entities.EntityPredicate.Not;
import dev.slipway.entities.EntityPredicate.Prefix;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import dev.slipway.entities.RelationType;
import dev.slipway.support.TestDatabase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL answers predicates as the library does, whatever the entities and whatever the question. */
class PredicatesTest {

    private static final JdbcClient DATABASE =
            JdbcClient.create(TestDatabase.migrated().dataSource());
    private static final EntityRows ROWS = new EntityRows(DATABASE);

    private static final List<String> TEXTS = List.of(
            "red",
            "Red",
            "RED",
            "re",
            "true",
            "3",
            "1.0e10",
            "Ärger",
            "ärger",
            "ΣΊΣΥΦΟΣ",
            "\u212Ait",
            "kit",
            "a.b",
            "",
            "%",
            "x_y",
            "\"quoted\"",
            "x".repeat(250));
    private static final List<String> KEYS = List.of("a", "A", "b", "a.b", "Owner", "0", "Ä", "status", "\u212A");
    private static final List<String> NAMES = List.of("shop", "shop-api", "till", "kiosk");

    /** An entity with the fields that the library sees. */
    record Case(EntityRow row, Map<String, Set<String>> fields) {}

    @Property(tries = 50, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void answersAsInMemory(
            @ForAll("entities") List<Case> entities, @ForAll("predicates") List<EntityPredicate> predicates) {
        store(entities);
        for (EntityPredicate predicate : predicates) {
            Set<String> expected = new TreeSet<>();
            entities.stream()
                    .filter(each -> predicate.matches(each.fields()))
                    .forEach(each -> expected.add(each.row().ref().toString()));
            assertThat(found(predicate)).as("%s among %s", predicate, entities).isEqualTo(expected);
        }
    }

    @Example
    void doesNotLeaveOutWhatOnlySharesATerm() {
        Map<String, @Nullable Object> spec = Map.of("type", "service", "owner", "red");
        Case entity = entity("shop", spec, List.of());
        store(List.of(entity));
        DATABASE.sql("update catalog_entities set terms = terms || ? || ? || ?")
                .params(Terms.of("spec.owner", "blue"), Terms.of("spec.stage"), Terms.of("kind", "api"))
                .update();

        assertThat(List.<EntityPredicate>of(
                        new Not(new Has("spec.owner", Set.of("blue", "green"))),
                        new Not(new Exists("spec.stage")),
                        new Not(new Has("kind", Set.of("api"))),
                        new Not(new Prefix("spec.owner", "blu"))))
                .allSatisfy(predicate -> assertThat(found(predicate)).containsExactly("component:default/shop"));
        assertThat(found(new Not(new Has("spec.owner", Set.of("red"))))).isEmpty();
    }

    private static Set<String> found(EntityPredicate predicate) {
        Sql condition = Filters.of(predicate);
        return new TreeSet<>(DATABASE.sql("select e.ref from catalog_entities e where " + condition.text())
                .params(condition.parameters())
                .query(String.class)
                .list());
    }

    private static void store(List<Case> entities) {
        DATABASE.sql("delete from catalog_sources").update();
        DATABASE.sql(
                        "insert into catalog_sources (id, repository, path, read_at) overriding system value values (1, 'acme/x', 'x', now())")
                .update();
        ROWS.write(entities.stream().map(Case::row).toList());
    }

    @Provide
    Arbitrary<List<Case>> entities() {
        Arbitrary<Map<String, @Nullable Object>> specs = maps(values(2));
        Arbitrary<List<RelationType>> relations =
                Arbitraries.of(RelationType.values()).list().ofMaxSize(2);
        Arbitrary<Case> one =
                Combinators.combine(specs, relations).as((spec, related) -> entity("name", spec, related));
        return one.list()
                .ofSize(NAMES.size())
                .map(all -> IntStream.range(0, all.size())
                        .mapToObj(i -> renamed(all.get(i), NAMES.get(i)))
                        .toList());
    }

    private static Arbitrary<@Nullable Object> values(int depth) {
        Arbitrary<@Nullable Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(text -> (Object) text),
                Arbitraries.of(3L, 1.0e10, true, 200L).map(value -> (Object) value),
                Arbitraries.just(null));
        return depth == 0
                ? scalars
                : Arbitraries.oneOf(
                        scalars,
                        values(depth - 1).list().ofMaxSize(3).map(list -> (Object) list),
                        maps(values(depth - 1)).map(map -> (Object) map));
    }

    private static Arbitrary<Map<String, @Nullable Object>> maps(Arbitrary<@Nullable Object> values) {
        return Arbitraries.maps(Arbitraries.of(KEYS), values).ofMaxSize(4).map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<List<EntityPredicate>> predicates() {
        return predicates(3).list().ofSize(8);
    }

    private static Arbitrary<EntityPredicate> predicates(int depth) {
        Arbitrary<EntityPredicate> leaves = Arbitraries.oneOf(
                askedFields().map(Exists::new),
                Combinators.combine(
                                askedFields(),
                                Arbitraries.of(askedValues()).set().ofMaxSize(3))
                        .as(Has::new),
                Combinators.combine(askedFields(), Arbitraries.of(askedValues()))
                        .as(Prefix::new));
        return depth == 0
                ? leaves
                : Arbitraries.oneOf(
                        leaves,
                        predicates(depth - 1).map(Not::new),
                        predicates(depth - 1).list().ofMaxSize(3).map(All::new),
                        predicates(depth - 1).list().ofMaxSize(3).map(Any::new));
    }

    private static Arbitrary<String> askedFields() {
        Arbitrary<String> inSpec =
                Arbitraries.of(KEYS).list().ofMinSize(1).ofMaxSize(3).map(keys -> "spec." + String.join(".", keys));
        Arbitrary<String> known = Arbitraries.of(
                "kind",
                "metadata.name",
                "metadata.title",
                "metadata.namespace",
                "metadata.description",
                "spec.type",
                "spec.a.red",
                "spec.b.true",
                "relations.ownedBy",
                "relations.dependencyOf",
                "relations.nonsense",
                "relations");
        return Arbitraries.oneOf(inSpec, known);
    }

    private static List<String> askedValues() {
        List<String> values = new java.util.ArrayList<>(TEXTS);
        values.addAll(List.of(
                "component", "shop", "default", "r", "sh", "{", "[", "Ä", "group:default/red", "group:", "100"));
        return values;
    }

    private static Case renamed(Case given, String name) {
        EntityRow row = given.row();
        return entity(
                name, spec(row), row.relations().stream().map(Relation::type).toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> spec(EntityRow row) {
        Map<String, @Nullable Object> document =
                new tools.jackson.databind.json.JsonMapper().readValue(row.document(), Map.class);
        return (Map<String, @Nullable Object>) document.get("spec");
    }

    private static Case entity(String name, Map<String, @Nullable Object> spec, List<RelationType> related) {
        EntityRef ref = new EntityRef("component", "default", name);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("kind", "Component");
        document.put("metadata", Map.of("name", name, "namespace", "default", "title", "Red " + name));
        document.put("spec", spec);
        EntityRef other = new EntityRef("group", "default", "red");
        List<Relation> relations = related.stream()
                .distinct()
                .map(type -> new Relation(ref, type, other))
                .toList();
        EntityRow row = new EntityRow(
                ref,
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                1,
                UUID.randomUUID(),
                name,
                "Red " + name,
                spec.get("type") instanceof String text ? text.toLowerCase(Locale.ROOT) : null,
                null,
                null,
                null,
                List.of(),
                EntityJson.of(document),
                Terms.of(document),
                new EntityRow.Written("Component", null, null),
                name,
                "",
                "",
                relations);
        Map<String, Set<String>> fields = new LinkedHashMap<>(EntityFields.of(document));
        Arrays.stream(RelationType.values())
                .filter(related::contains)
                .forEach(type -> fields.put(
                        "relations." + type.forward().toLowerCase(Locale.ROOT),
                        new HashSet<>(Set.of(other.toString()))));
        return new Case(row, fields);
    }
}
