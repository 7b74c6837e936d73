package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several files of one push claim the same entity. */
@CatalogTest
class ConflictsIT {

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private JdbcClient database;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void theFirstFileOfAPushTakesAnEntityThatTwoClaim() {
        RepositoryRef repository = repositories.create(Map.of(
                "a/catalog-info.yaml", component("twin", "of a"),
                "b/catalog-info.yaml", component("twin", "of b"),
                "c/catalog-info.yaml", component("other", "of c")));

        await().until(() -> catalog.find(ref("other")).isPresent());

        assertThat(description("twin")).isEqualTo("of a");
        assertThat(claims()).containsExactly("b/catalog-info.yaml");

        repositories.push(repository, Map.of("a/catalog-info.yaml", component("another", "of a")));

        await().untilAsserted(() -> assertThat(description("twin")).isEqualTo("of b"));
        await().untilAsserted(() -> assertThat(claims()).isEmpty());
    }

    @Test
    void theFileThatHasAnEntityKeepsItWhereAPushBringsAnotherClaimBesides() {
        RepositoryRef repository = repositories.create(Map.of("b/catalog-info.yaml", component("twin", "of b")));
        await().until(() -> catalog.find(ref("twin")).isPresent());

        repositories.push(
                repository,
                Map.of(
                        "a/catalog-info.yaml", component("twin", "of a"),
                        "b/catalog-info.yaml", component("twin", "of b, changed")));

        await().untilAsserted(() -> assertThat(description("twin")).isEqualTo("of b, changed"));
        await().untilAsserted(() -> assertThat(claims()).containsExactly("a/catalog-info.yaml"));
    }

    /** None while nobody has it: it goes before a file that claimed it is read again. */
    private String description(String name) {
        return catalog.find(ref(name))
                .map(found -> found.declared().replaceFirst("(?s).*\"description\": ?\"([^\"]*)\".*", "$1"))
                .orElse("none");
    }

    private List<String> claims() {
        return database.sql("""
                        select source.path from catalog_claims claim join catalog_sources source on source.id = claim.source
                        where claim.ref = ?
                        """)
                .param(ref("twin").toString())
                .query(String.class)
                .list();
    }

    private EntityRef ref(String name) {
        return new EntityRef("component", "default", name + "-" + unique);
    }

    private String component(String name, String description) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s-%s, description: "%s"}
                spec: {type: service, lifecycle: production, owner: red}
                """.formatted(name, unique, description);
    }
}
