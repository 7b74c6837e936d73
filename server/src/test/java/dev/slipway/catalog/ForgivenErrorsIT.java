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
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Typing errors are forgiven in all that the search reads. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgivenErrorsIT {

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
        repositories.create(
                Map.of("catalog-info.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: one-U
                  title: Marmalade
                  description: Takes care of whatever the bookkeepers reconcile by night.
                  tags: [U, dragonfruit]
                  annotations: {backstage.io/techdocs-ref: 'dir:.'}
                spec: {type: service, lifecycle: production, owner: orchestra}
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: two-U, description: Has to do with kiwi and nothing else., tags: [U]}
                spec: {type: service, lifecycle: production, owner: red}
                """.replace("U", UNIQUE), "README.md", "# Before the thunderstorm\n"));
        await().until(() ->
                catalog.find(EntityRef.parse("component:one-" + UNIQUE, "")).isPresent());
        await().until(() -> found("thunderstorm"), List.of("one-" + UNIQUE)::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "title, mramalade",
        "title, marmelade",
        "description, bookeepers",
        "description, recconcile",
        "description, reconclie",
        "tag, dragnofruit",
        "tag, dragonfriut",
        "owner, orchstra",
        "owner, ochrestra",
        "heading, thunderstrom",
        "heading, thundderstorm",
        "'a beginning of a heading', thnuders",
        "'several fields', 'reconclie dragonfruit ochestra'",
        "'two words as one', bookkeepersrecon",
        "'one word as two', 'thun derstorm'"
    })
    void forgivesATypingErrorIn(String field, String typed) {
        assertThat(found(typed)).as(field).containsExactly("one-" + UNIQUE);
    }

    @Test
    void forgivesNothingInShortWords() {
        assertThat(found("kwi")).isEmpty();
        assertThat(found("kwii")).containsExactly("two-" + UNIQUE);
        assertThat(found("iwk")).isEmpty();
    }

    @Test
    void forgivesNothingWhereWhatWasTypedIsFound() {
        assertThat(found("kiwi")).containsExactly("two-" + UNIQUE);
        assertThat(found("reconcile")).containsExactly("one-" + UNIQUE);
    }

    @Test
    void offersForgivenHitsInTheListOfThePortal() {
        assertThat(callers.browserOf("rosa")
                        .get("/catalog?tag=" + UNIQUE + "&q=dragnofruit")
                        .body())
                .contains("one-" + UNIQUE, "1 to 1 of 1")
                .doesNotContain("two-" + UNIQUE);
    }

    @Test
    void readsLongQuestionsQuickly() {
        assertThat(found("reconclie ".repeat(300).strip())).isEmpty();
        assertThat(found("x".repeat(3_000))).isEmpty();
    }

    private List<String> found(String typed) {
        JsonNode answer = new JsonMapper()
                .readTree(api.get("/api/catalog/entities/by-query?filter=metadata.tags=" + UNIQUE
                                + "&fields=metadata.name&fullTextFilterTerm=" + typed.replace(" ", "%20"))
                        .body());
        return answer.path("items")
                .valueStream()
                .map(entity -> entity.path("metadata").path("name").asString())
                .toList();
    }
}
