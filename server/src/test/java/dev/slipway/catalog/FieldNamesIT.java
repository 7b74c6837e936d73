package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields are found in whatever case they are asked for, and values are answered as files write them. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldNamesIT {

    private static final String UNIQUE = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Autowired
    private Catalog catalog;

    @Autowired
    private Callers callers;

    @Autowired
    private Repositories repositories;

    private Caller api;

    @BeforeAll
    void push() {
        api = callers.tokenOf("ren");
        repositories.create(Map.of(
                "catalog-info.yaml",
                user("a", "Zoë") + user("b", "Abe") + user("c", "Mia") + """
                        apiVersion: backstage.io/v1alpha1
                        kind: API
                        metadata:
                          name: Shop-U
                          tags: [U]
                          annotations: {example.org/costCentre: "U Ten"}
                        spec: {type: OpenAPI, lifecycle: Production, owner: red, definition: x, odd: {Deep: [{Er: U-One}, {er: U-Two}]}}
                        """.replace("U", UNIQUE)));
        await().until(() ->
                catalog.find(EntityRef.parse("api:default/shop-" + UNIQUE, "")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec.profile.displayName", "spec.profile.displayname", "SPEC.Profile.DisplayName"})
    void ordersByAFieldInAnyCase(String field) {
        assertThat(names("filter=metadata.tags=" + UNIQUE + ",kind=user&orderField=" + field))
                .containsExactly("b-" + UNIQUE, "c-" + UNIQUE, "a-" + UNIQUE);
        assertThat(names("filter=metadata.tags=" + UNIQUE + ",kind=user&orderField=" + field + ",desc"))
                .containsExactly("a-" + UNIQUE, "c-" + UNIQUE, "b-" + UNIQUE);
    }

    @Test
    void ordersByRelationsAndByFieldsWithinLists() {
        assertThat(names("filter=metadata.tags=" + UNIQUE + "&orderField=relations.memberOf,desc&limit=3"))
                .containsExactly("c-" + UNIQUE, "b-" + UNIQUE, "a-" + UNIQUE);
        assertThat(names("filter=metadata.tags=" + UNIQUE + "&orderField=spec.odd.deep.er&limit=1"))
                .containsExactly("Shop-" + UNIQUE);
    }

    @ParameterizedTest
    @CsvSource({
        "spec.profile.displayname, zo, a",
        "spec.profile.displayName, 'BE ', b",
        "'metadata.name,spec.profile.displayname', mi, c",
        "spec.memberOf, 'group-b', b",
        "relations.memberof, 'group-c', c"
    })
    void searchesAFieldInAnyCase(String fields, String term, String found) {
        assertThat(names("filter=metadata.tags=" + UNIQUE + ",kind=user&fullTextFilterFields=" + fields
                        + "&fullTextFilterTerm=" + term.strip()))
                .containsExactly(found + "-" + UNIQUE);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, 'API,User'",
        "metadata.name, 'Shop-U,a-U,b-U,c-U'",
        "spec.type, OpenAPI",
        "spec.lifecycle, Production",
        "spec.profile.displayName, 'Abe,Mia,Zoë'",
        "spec.profile.displayname, 'Abe,Mia,Zoë'",
        "spec.memberof, 'Group-a,Group-b,Group-c'",
        "metadata.annotations.example.org/costcentre, U Ten",
        "spec.odd.deep.er, 'U-One,U-Two'"
    })
    void countsTheValuesThatFilesWrite(String facet, String values) {
        JsonNode answer = read("/api/catalog/entity-facets?filter=metadata.tags=" + UNIQUE + "&facet=" + facet);

        assertThat(answer.path("facets")
                        .path(facet)
                        .valueStream()
                        .map(each -> each.path("value").asString()))
                .containsExactlyInAnyOrder(values.replace("U-", UNIQUE + "-")
                        .replace("-U", "-" + UNIQUE)
                        .replace("U ", UNIQUE + " ")
                        .split(","));
    }

    private List<String> names(String query) {
        return read("/api/catalog/entities/by-query?" + query.replace(" ", "%20"))
                .path("items")
                .valueStream()
                .map(item -> item.path("metadata").path("name").asString())
                .toList();
    }

    private JsonNode read(String path) {
        return new JsonMapper().readTree(api.get(path).body());
    }

    private static String user(String name, String displayName) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: {name: %s-%s, tags: [%s]}
                spec: {profile: {displayName: %s}, memberOf: [Group-%s]}
                ---
                """.formatted(name, UNIQUE, UNIQUE, displayName, name);
    }
}
