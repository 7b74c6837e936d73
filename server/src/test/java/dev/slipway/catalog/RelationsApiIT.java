package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is connected with whom, over REST. */
@CatalogTest
class RelationsApiIT {

    @Autowired
    private Callers callers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Repositories repositories;

    private final String unique = "u" + UUID.randomUUID().toString().substring(0, 7);
    private Caller api;

    @BeforeEach
    void push() {
        api = callers.tokenOf("ren");
        repositories.create(Map.of(
                "catalog-info.yaml",
                component("base", "")
                        + component("middle", "  dependsOn: [component:base-U, resource:nowhere-U]\n")
                        + component("top", "  dependsOn: [component:middle-U]\n")
                        + (group("above", "") + group("team", "  parent: above-U\n  members: [ren]\n"))
                                .replace("U", unique)));
        await().until(() ->
                catalog.find(EntityRef.parse("group:team-" + unique, "")).isPresent());
    }

    @Test
    void tellsWhoIsAffectedAndWhy() {
        JsonNode answer = read(api.get("/api/v1/catalog/affected?ref=component:base-" + unique));

        assertThat(answer.path("total").asInt()).isEqualTo(2);
        JsonNode top = answer.path("affected").path(1);
        assertThat(top.path("entity").path("ref").asString()).isEqualTo("component:default/top-" + unique);
        assertThat(top.path("distance").asInt()).isEqualTo(2);
        assertThat(top.path("why").toString())
                .isEqualTo(
                        ("[{'source':'component:default/top-U','type':'dependsOn','target':'component:default/middle-U'},"
                                        + "{'source':'component:default/middle-U','type':'dependsOn','target':'component:default/base-U'}]")
                                .replace('\'', '"')
                                .replace("U", unique));
        assertThat(answer.path("owners").toString()).isEqualTo("[\"group:default/team-" + unique + "\"]");
    }

    @Test
    void saysWhoIsAffectedByPages() {
        JsonNode first = read(api.get("/api/v1/catalog/affected?limit=1&ref=component:base-" + unique));
        JsonNode second = read(api.get("/api/v1/catalog/affected?limit=1&offset=1&ref=component:base-" + unique));

        assertThat(affected(first)).containsExactly("component:default/middle-" + unique);
        assertThat(affected(second)).containsExactly("component:default/top-" + unique);
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(api.get("/api/v1/catalog/affected?limit=few&ref=component:base-" + unique)
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<String> affected(JsonNode answer) {
        return StreamSupport.stream(answer.path("affected").spliterator(), false)
                .map(item -> item.path("entity").path("ref").asString())
                .toList();
    }

    @Test
    void showsWhatIsAroundAnEntity() {
        String path = "/api/v1/catalog/graph?from=component:middle-" + unique;

        JsonNode needed = read(api.get(path + "&relation=dependsOn"));
        assertThat(refs(needed))
                .containsExactlyInAnyOrder(
                        "component:default/middle", "component:default/base", "resource:default/nowhere");
        assertThat(needed.path("nodes").toString()).contains("\"exists\":false");
        assertThat(refs(read(api.get(path + "&relation=dependencyOf"))))
                .containsExactly("component:default/middle", "component:default/top");
        assertThat(refs(read(api.get(path + "&depth=1"))))
                .contains("component:default/top", "component:default/base", "group:default/team")
                .doesNotContain("group:default/above");
        JsonNode cut = read(api.get(path + "&limit=2"));
        assertThat(cut.path("nodes").size()).isEqualTo(2);
        assertThat(cut.path("complete").asBoolean()).isFalse();
    }

    @Test
    void tellsWhoOwnsWithTheGroupsAboveAndTheMembers() {
        JsonNode answer = read(api.get("/api/v1/catalog/who-owns?ref=component:top-" + unique));

        JsonNode owner = answer.path("owners").path(0);
        assertThat(owner.path("ref").asString()).isEqualTo("group:default/team-" + unique);
        assertThat(owner.path("parents").toString()).contains("group:default/above-" + unique);
        assertThat(owner.path("members").toString()).contains("user:default/ren");
    }

    @Test
    void tellsWhatAGroupOwnsWithTheGroupsBelow() {
        JsonNode owned = read(api.get("/api/v1/catalog/who-owns?ref=group:above-" + unique))
                .path("owned");

        assertThat(owned.path("total").asInt()).isEqualTo(3);
        assertThat(owned.path("kinds").toString()).isEqualTo("{\"component\":3}");
        assertThat(owned.path("through").toString()).isEqualTo("[\"group:default/team-" + unique + "\"]");
        assertThat(owned.path("entities").size()).isEqualTo(3);
    }

    @Test
    void takesANameAloneWhereOneEntityHasIt() {
        assertThat(read(api.get("/api/v1/catalog/entity?ref=top-" + unique))
                        .path("kind")
                        .asString())
                .isEqualTo("Component");

        repositories.create(Map.of("catalog-info.yaml", group("top", "").replace("U", unique)));
        await().until(() ->
                catalog.find(EntityRef.parse("group:top-" + unique, "")).isPresent());

        assertThat(api.get("/api/v1/catalog/entity?ref=top-" + unique))
                .returns(400, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("component:default/top-" + unique + " or group:default/top-" + unique);
    }

    @Test
    void offersWhatIsNearAnUnknownEntity() {
        for (String question : new String[] {"affected?ref=", "graph?from=", "who-owns?ref=", "entity?ref="}) {
            HttpResponse<String> answer = api.get("/api/v1/catalog/" + question + "api:middle-" + unique);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Did you mean", "component:default/middle-" + unique);
        }
    }

    @Test
    void offersAShortNameThatIsMisspelt() {
        await().until(() -> catalog.find(EntityRef.parse("user:ren", "")).isPresent());

        assertThat(api.get("/api/v1/catalog/entity?ref=rxn").body()).contains("Did you mean \\\"ren\\\"?");
    }

    @Test
    void tellsAllThatIsWrongWithAQuestionAtOnce() {
        HttpResponse<String> answer = api.get(
                "/api/v1/catalog/graph?from=component:middle&relation=dependson,dependOn&direction=up&depth=0&limit=99999");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\\\"dependOn\\\" is not a relation", "Did you mean \\\"dependsOn\\\"", "out, in or both")
                .contains("from 1 to 50", "from 1 to 2000")
                .doesNotContain("dependson");
        assertThat(api.get("/api/v1/catalog/affected?ref=a:b:c:").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/catalog/affected").statusCode()).isEqualTo(400);
    }

    @Test
    void answersNobodyWhoIsNotSignedIn() {
        assertThat(callers.anybody()
                        .get("/api/v1/catalog/affected?ref=component:top-" + unique)
                        .statusCode())
                .isEqualTo(401);
    }

    private List<String> refs(JsonNode graph) {
        return StreamSupport.stream(graph.path("nodes").spliterator(), false)
                .map(node -> node.path("entity").path("ref").asString().replace("-" + unique, ""))
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private String component(String name, String more) {
        return ("""
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s-U}
                spec:
                  type: service
                  lifecycle: production
                  owner: team-U
                %s---
                """.formatted(name, more)).replace("U", unique);
    }

    private static String group(String name, String more) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata: {name: %s-U}
                spec:
                  type: team
                  children: []
                %s---
                """.formatted(name, more);
    }
}
