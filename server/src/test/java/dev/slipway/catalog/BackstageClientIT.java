package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Role;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.BackstageClient;
import dev.slipway.support.Callers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Backstage's published client, run by Node, gets what it expects. Skipped where Node or its packages are missing. */
@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackstageClientIT {

    private static final String UNIQUE = "u" + UUID.randomUUID().toString().substring(0, 7);

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private Callers callers;

    private JsonNode answers;

    @BeforeAll
    void askEverything() throws Exception {
        BackstageClient client = BackstageClient.installed("check.mjs");
        RepositoryRef repository = repositories.create(Map.of(
                "catalog-info.yaml",
                component("a", "service", "  system: shop\n") + "---\n" + component("b", "website", "") + "---\n"
                        + component("c", "library", ""),
                "other/entities.yaml",
                component("d", "service", "")));
        await().until(() -> catalog.find(EntityRef.parse("component:default/c-" + UNIQUE, ""))
                .isPresent());
        answers = client.run(
                callers.address().toString(),
                callers.token("backstage-client", Set.of(), Role.TEAM_LEAD),
                UNIQUE,
                addresses.page(repository) + "/files/catalog-info.yaml",
                addresses.page(repository) + "/files/other/entities.yaml",
                addresses.page(repositories.create(Map.of("Dockerfile", "FROM scratch"))));
    }

    @Test
    void findsOneEntity() {
        assertAnswer("byRef", "{\"name\":\"a-U\",\"uid\":36,\"relations\":[\"ownedBy\",\"partOf\"]}");
        assertAnswer("unknown", "true");
        assertAnswer("byRefs", "[\"b-U\",null]");
    }

    @Test
    void filters() {
        assertAnswer("entities", "[\"a-U\",\"b-U\",\"c-U\"]");
        assertAnswer("either", "[\"a-U\",\"b-U\"]");
        assertAnswer("several", "[\"b-U\",\"c-U\"]");
        assertAnswer("exists", "[\"a-U\"]");
    }

    @Test
    void answersPartsInOrder() {
        assertAnswer("fields", "[{\"metadata\":{\"name\":\"a-U\"},\"spec\":{\"type\":\"service\"}}]");
        assertAnswer("order", "[\"c-U\",\"b-U\",\"a-U\"]");
        assertAnswer("after", "[\"b-U\",\"c-U\"]");
        assertAnswer("pages", "{\"total\":3,\"pages\":[[\"a-U\",\"b-U\"],[\"c-U\"]],\"back\":[\"a-U\",\"b-U\"]}");
    }

    @Test
    void answersPredicates() {
        assertAnswer(
                "predicates",
                "[[\"b-U\",\"c-U\"],[\"a-U\",\"c-U\"],[\"a-U\"],[\"b-U\",\"c-U\"],[\"a-U\",\"b-U\",\"c-U\"],[\"c-U\"]]");
        assertAnswer(
                "predicatePages",
                "{\"total\":3,\"pages\":[[{\"metadata\":{\"name\":\"a-U\"}},{\"metadata\":{\"name\":\"b-U\"}}],[\"c-U\"]],\"back\":[\"a-U\",\"b-U\"],\"more\":false}");
        assertAnswer("uncounted", "[0,true]");
        assertAnswer("streamed", "[[\"a-U\",\"b-U\"],[\"c-U\"]]");
        assertAnswer("predicateRefs", "[null,\"b-U\",\"c-U\"]");
        assertAnswer(
                "predicateFacets",
                "{\"spec.type\":[{\"value\":\"library\",\"count\":1},{\"value\":\"website\",\"count\":1}],"
                        + "\"metadata.tags\":[{\"value\":\"U\",\"count\":2}],"
                        + "\"relations.ownedBy\":[{\"value\":\"group:default/red\",\"count\":2}],\"spec.nothing\":[]}");
    }

    @Test
    void searchesWords() {
        assertAnswer("fullText", "[\"b-U\"]");
        assertAnswer("fullTextFields", "[\"c-U\"]");
        assertAnswer(
                "facets",
                "{\"spec.type\":[{\"value\":\"library\",\"count\":1},{\"value\":\"service\",\"count\":1},{\"value\":\"website\",\"count\":1}]}");
    }

    @Test
    void knowsWhereEntitiesComeFrom() {
        assertAnswer("ancestors", "{\"root\":\"component:default/a-U\",\"items\":[[\"a-U\",[]]]}");
        assertAnswer("dryRun", "[\"a-U\",\"b-U\",\"c-U\"]");
        assertAnswer("locations", "[\"same\",\"same\",\"same\",true,[409,\"ConflictError\",\"string\"],true,true]");
        assertAnswer("refresh", "true");
    }

    @Test
    void pagesAndChangesLocations() {
        String location = "{\"entityRef\":\"string\",\"id\":\"string\",\"target\":\"string\",\"type\":\"string\"}";
        assertAnswer("location", "[" + location + ",67]");
        assertAnswer(
                "queriedLocations", "[{\"items\":[" + location + "],\"pageInfo\":{},\"totalItems\":\"number\"},1]");
        assertAnswer("streamedLocations", "[1,1]");
        assertAnswer("changedToAnother", "[409,\"ConflictError\",\"string\"]");
        assertAnswer("changed", "[true,true,true]");
    }

    @Test
    void analyzesRepositories() {
        assertAnswer(
                "analyzed",
                "[[[\"url\",true,true,\"a-U\"],[\"url\",true,true,\"b-U\"],[\"url\",true,true,\"c-U\"]],[]]");
        assertAnswer(
                "proposed",
                "[[],\"backstage.io/v1alpha1\",\"Component\",{\"lifecycle\":\"unknown\",\"type\":\"service\"},true,"
                        + "[{\"description\":\"string\",\"field\":\"string\",\"state\":\"string\",\"value\":\"string\"}],"
                        + "[[\"metadata.name\",\"analysisSuggestedValue\"],[\"metadata.description\",\"needsUserInput\"],"
                        + "[\"spec.type\",\"analysisSuggestedValue\"],[\"spec.lifecycle\",\"needsUserInput\"],[\"spec.owner\",\"needsUserInput\"]]]");
    }

    @Test
    void answersWhateverTheClientCanAskInItsShapes() {
        assertAnswer("deprecated", "\"a-U\"");
        assertAnswer("shapes", "[true,[{\"targetRef\":\"string\",\"type\":\"string\"}]]");
        assertAnswer(
                "removed",
                "[[422,\"NotAllowedError\",\"string\"],[404,\"NotFoundError\",\"string\"],[400,\"InputError\",\"string\"],"
                        + "[404,\"NotFoundError\",\"string\"],[401,\"AuthenticationError\",\"string\"]]");
        assertAnswer("uncalled", "[]");
    }

    @Test
    void validatesEntities() {
        assertAnswer("valid", "true");
        assertAnswer(
                "invalid", "{\"valid\":false,\"errors\":2,\"shape\":[{\"message\":\"string\",\"name\":\"string\"}]}");
    }

    private void assertAnswer(String question, String expected) {
        assertThat(answers.get(question).toString())
                .isEqualTo(expected.replace("-U\"", "-" + UNIQUE + "\"").replace("\"U\"", "\"" + UNIQUE + "\""));
    }

    private static String component(String name, String type, String more) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %s-%s
                  description: %s thing
                  tags: [%s]
                spec:
                  type: %s
                  lifecycle: production
                  owner: red
                %s""".formatted(
                name, UNIQUE, Map.of("a", "First", "b", "Second", "c", "Third").get(name), UNIQUE, type, more);
    }
}
