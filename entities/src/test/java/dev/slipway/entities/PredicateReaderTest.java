package dev.slipway.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.entities.PredicateException.Mistake;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateReaderTest {

    private static final Map<String, Set<String>> FIELDS = fields();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{kind: Component, spec.type: SERVICE}",
                "{$all: []}",
                "{$all: [{kind: component}, {$any: [{spec.type: website}, {spec.type: service}]}]}",
                "{$not: {kind: api}}",
                "{$not: {$any: []}}",
                "{spec.type: {$in: [website, service]}}",
                "{spec.system: {$exists: false}}",
                "{metadata.annotations.github.com/project-slug: {$exists: true}}",
                "{metadata.annotations.github.com/project-slug: {$hasPrefix: ACME/}}",
                "{metadata.tags: java}",
                "{metadata.tags.java: true}",
                "{metadata.tags: {$contains: Web}}",
                "{spec.replicas: 3}",
                "{relations: {$contains: {type: ownedBy}}}",
                "{relations: {$contains: {type: ownedBy, targetRef: 'Group:default/red'}}}",
                "{relations: {$contains: {type: ownedBy, targetRef: {$in: ['group:default/blue', 'group:default/red']}}}}",
                "{relations.ownedBy: 'group:default/red'}"
            })
    void holds(String query) {
        assertThat(read(query).matches(FIELDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$any: []}",
                "{kind: {$in: []}}",
                "{kind: component, spec.type: website}",
                "{$not: {spec.type: {$hasPrefix: ser}}}",
                "{spec.type: {$hasPrefix: ervice}}",
                "{spec.system: {$exists: true}}",
                "{relations: {$contains: {type: ownedBy, targetRef: 'group:default/blue'}}}"
            })
    void doesNotHold(String query) {
        assertThat(read(query).matches(FIELDS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "[]",
                "3",
                "{$or: []}",
                "{$all: {}}",
                "{$all: [], $any: []}",
                "{kind: null}",
                "{kind: []}",
                "{kind: {}}",
                "{kind: {$eq: 1}}",
                "{kind: {$exists: 1}}",
                "{kind: {$in: component}}",
                "{kind: {$in: [[]]}}",
                "{kind: {$hasPrefix: 1}}",
                "{'': x}",
                "{spec.parts: {$contains: {a: b}}}",
                "{relations: {$contains: {targetRef: a}}}",
                "{relations: {$contains: {type: ownedBy, targetRef: []}}}",
                "{relations: {$contains: {type: ownedBy, other: x}}}"
            })
    void refuses(String query) {
        assertThat(mistakes(plain(query))).isNotEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAndWhere() {
        List<Mistake> mistakes = mistakes(plain("{$all: [{kind: {$in: x}}, {$nor: []}, {$not: []}]}"));

        assertThat(mistakes)
                .extracting(Mistake::where)
                .containsExactly("query.$all[0].kind.$in", "query.$all[1].$nor", "query.$all[2].$not");
    }

    @Test
    void boundsDepthConditionsAndValues() {
        Object deep = Map.of("kind", "api");
        for (int i = 0; i < 1000; i++) {
            deep = Map.of("$not", deep);
        }
        Map<String, @Nullable Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            wide.put("spec.f" + i, List.of());
        }

        assertThat(mistakes(deep)).singleElement().asString().contains("nested too deeply");
        assertThat(mistakes(Map.of("$any", Collections.nCopies(10_000, Map.of("kind", "api")))))
                .singleElement()
                .asString()
                .contains("too many conditions");
        assertThat(mistakes(Map.of("kind", Map.of("$in", Collections.nCopies(10_000, "api")))))
                .singleElement()
                .asString()
                .contains("too many values");
        assertThat(mistakes(wide)).hasSize(20);
        assertThat(mistakes(Map.of("kind", "x".repeat(5000)))).hasSize(1);
    }

    private static List<Mistake> mistakes(Object value) {
        PredicateException e =
                catchThrowableOfType(PredicateException.class, () -> PredicateReader.read(value, "query"));
        assertThat(e).as("a refusal").isNotNull();
        return e.mistakes();
    }

    private static EntityPredicate read(String query) {
        return PredicateReader.read(plain(query), "query");
    }

    private static Object plain(String query) {
        return YamlReader.core().document("query", query).orElseThrow().plain();
    }

    private static Map<String, Set<String>> fields() {
        Map<String, Set<String>> fields =
                new LinkedHashMap<>(EntityFields.of(Read.taken("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: Pricing-API
                  annotations: {github.com/project-slug: Acme/Pricing}
                  tags: [java, web]
                spec: {type: service, lifecycle: production, owner: red, replicas: 3}
                """).document()));
        fields.put("relations.ownedby", Set.of("group:default/red"));
        return fields;
    }
}
