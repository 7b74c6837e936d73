package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.store.FindingReads;
import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many entities that include one file of megabytes: each would keep a copy. */
@CatalogTest
class LargeIncludesIT {

    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    private Catalog catalog;

    @Autowired
    private FindingReads findings;

    @Autowired
    private Repositories repositories;

    @Autowired
    private JdbcClient database;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Test
    void takesOfAFileOnlySoMuchByPlaceholders() {
        RepositoryRef repository = repositories.create(Map.of(
                "openapi.txt",
                "words of prose\n".repeat(350_000),
                "catalog-info.yaml",
                IntStream.range(0, 60)
                        .mapToObj(i -> api("a" + i, "{$text: ./openapi.txt}"))
                        .collect(Collectors.joining("---\n", "", "---\n" + api("last", "short")))));
        await().until(() ->
                catalog.find(EntityRef.parse("api:last-" + unique, "")).isPresent());

        assertThat(size(repository)).isBetween(30L * MEBIBYTE, 40L * MEBIBYTE);
        assertThat(problems(repository))
                .hasSize(54)
                .allMatch(problem -> problem.contains("the placeholders of this file bring more than 32 MiB"));
    }

    @Test
    void refusesToIncludeAFileThatNoEntityCanHold() {
        RepositoryRef repository = repositories.create(Map.of(
                "openapi.txt",
                "words of prose\n".repeat(1_200_000),
                "catalog-info.yaml",
                api("huge", "{$text: ./openapi.txt}")));

        await().untilAsserted(() -> assertThat(problems(repository))
                .containsExactly(
                        "$text cannot be resolved: \"openapi.txt\" is larger than 16 MiB, as no entity can be."));
    }

    @Test
    void takesOfARepositoryOnlySoMuch() {
        String six = IntStream.range(0, 6)
                .mapToObj(i -> api("NAME" + i, "{$text: /openapi.txt}"))
                .collect(Collectors.joining("---\n"));
        RepositoryRef repository = repositories.create(Map.of(
                "openapi.txt",
                "words of prose\n".repeat(350_000),
                "first/catalog-info.yaml",
                six.replace("NAME", "first"),
                "second/catalog-info.yaml",
                six.replace("NAME", "second") + "---\n" + api("small", "short")));

        await().until(() ->
                catalog.find(EntityRef.parse("api:small-" + unique, "")).isPresent());

        assertThat(size(repository)).isBetween(56L * MEBIBYTE, 63L * MEBIBYTE);
        assertThat(problems(repository))
                .containsExactly("There is no room for api:default/second5-" + unique + ": the entities of "
                        + repository + " come to more than 63 MB.");

        repositories.push(repository, Map.of("first/catalog-info.yaml", ""));
        await().until(() ->
                catalog.find(EntityRef.parse("api:first0-" + unique, "")).isEmpty());
        repositories.push(repository, Map.of("second/catalog-info.yaml", six.replace("NAME", "second")));

        await().until(() ->
                catalog.find(EntityRef.parse("api:second5-" + unique, "")).isPresent());
        await().untilAsserted(() -> assertThat(problems(repository)).isEmpty());
    }

    private long size(RepositoryRef repository) {
        return database.sql("""
                        select coalesce(sum(octet_length(document)), 0) from catalog_entities e join catalog_sources s on s.id = e.source
                        where s.repository = ?
                        """).param(repository.toString()).query(Long.class).single();
    }

    private List<String> problems(RepositoryRef repository) {
        return findings.problems(0, 1000).stream()
                .filter(found -> found.repository().equals(repository.toString()))
                .map(FindingReads.Found::message)
                .toList();
    }

    private String api(String name, String definition) {
        return "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: " + name + "-" + unique
                + "}\nspec: {type: openapi, lifecycle: production, owner: red, definition: " + definition + "}\n";
    }
}
