package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked, the answer says what is wrong with it, and is never a failure of the server's own. */
@CatalogTest
class HostileQuestionsIT {

    @Autowired
    private Callers callers;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RepositoryAddresses addresses;

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = callers.tokenOf("hostile-questions", Role.TEAM_LEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "null",
                "{",
                "{\"query\": \"kind\"}",
                "{\"query\": []}",
                "{\"query\": {\"$or\": []}}",
                "{\"query\": {\"kind\": null}}",
                "{\"query\": {\"kind\": \"a\\u0000b\"}}",
                "{\"query\": {\"spec.\\u0000\": {\"$exists\": true}}}",
                "{\"query\": {\"a\": {\"$in\": {}}}}",
                "{\"query\": {}, \"limit\": -1}",
                "{\"query\": {}, \"limit\": \"many\"}",
                "{\"query\": {}, \"offset\": -5}",
                "{\"query\": {}, \"offset\": 99999999999}",
                "{\"query\": {}, \"orderBy\": [null]}",
                "{\"query\": {}, \"orderBy\": [{\"field\": \"kind\", \"order\": \"up\"}]}",
                "{\"query\": {}, \"totalItems\": \"maybe\"}",
                "{\"cursor\": \"not base64!\"}",
                "{\"cursor\": \"\"}"
            })
    void refusesAPageWithAReason(String body) {
        assertRefused(caller.post("/api/catalog/entities/by-query", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{\"query\": {\"$all\": 3}}",
                "{\"query\": {}, \"filter\": \"x\", \"limit\": {}}",
                "{\"query\": {\"$or\": 1}, \"offset\": 1}",
                "{\"offset\":-3,\"filter\":[null]}",
                "{\"limit\": 5, \"offset\": 0, \"uncounted\": false, \"filter\": [\"=\"]}",
                "{\"limit\": 5, \"offset\": 0, \"uncounted\": false, \"query\": {\"$or\": 1}}",
                "{\"orderField\": [\"a,b,c\"]}"
            })
    void refusesACursorThatAClientMadeUp(String cursor) {
        String encoded = Base64.getEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));

        assertRefused(caller.post("/api/catalog/entities/by-query", "{\"cursor\": \"" + encoded + "\"}"));
    }

    @Test
    void boundsWhatAQueryCosts() {
        String deep = "{\"$not\":".repeat(400) + "{\"kind\":\"api\"}" + "}".repeat(400);
        String wide = "{\"$any\":[" + "{\"kind\":\"api\"},".repeat(5000) + "{\"kind\":\"api\"}]}";

        assertThat(assertRefused(caller.post("/api/catalog/entities/by-query", "{\"query\":" + deep + "}")))
                .contains("nested too deeply");
        assertThat(assertRefused(
                        caller.post("/api/catalog/entity-facets", "{\"facets\":[\"kind\"],\"query\":" + wide + "}")))
                .contains("too many conditions");
        assertRefused(caller.post(
                "/api/catalog/entities/by-query", "{\"query\":" + "{\"$not\":".repeat(5000) + "}".repeat(5001)));
    }

    @Test
    void answersTheLargestQueryThatItTakes() {
        String condition = "{\"$not\":{\"spec.f.x\":{\"$hasPrefix\":\"a\"}}},";
        String query = "{\"$all\":[" + condition.repeat(90) + "{\"spec.x\":\"" + "y".repeat(1000) + "\"}]}";

        assertThat(caller.post("/api/catalog/entities/by-query", "{\"query\":" + query + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"facets\": null}",
                "{\"facets\": [null, \"\"]}",
                "{\"facets\": \"kind\"}",
                "{\"facets\": [\"kind\"], \"query\": []}"
            })
    void refusesFacetsWithAReason(String body) {
        assertRefused(caller.post("/api/catalog/entity-facets", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by-refs|{'entityRefs': 'a'}|entityRefs: What stands here does not fit. Expected: a list.",
                "by-refs|[]|Expected: an object.",
                "by-query|{'limit': 'many'}|limit: \\\"many\\\" does not fit here. Expected: a whole number.",
                "by-query|{'fields': [{}]}|fields[0]: What stands here does not fit. Expected: a text."
            })
    void saysWhatABodyShouldHoldAndNamesNoClasses(String path, String body, String said) {
        assertThat(caller.post("/api/catalog/entities/" + path, body.replace('\'', '"'))
                        .body())
                .contains(said)
                .doesNotContain("java.");
    }

    @Test
    void refusesMoreFacetsThanAPersonLooksAt() {
        assertRefused(caller.post("/api/catalog/entity-facets", "{\"facets\": [" + "\"a\",".repeat(60) + "\"b\"]}"));
        assertThat(caller.post(
                                "/api/catalog/entity-facets",
                                "{\"facets\": [\"a'b\", \"spec.0.{}\", \"relations.\", \"kind\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entityRefs\": [null]}",
                "{\"entityRefs\": [\"a:b:c\"]}",
                "{\"entityRefs\": \"component:default/a\"}",
                "{\"entityRefs\": [], \"query\": {\"$x\": 1}}"
            })
    void refusesReferencesWithAReason(String body) {
        assertRefused(caller.post("/api/catalog/entities/by-refs", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"limit\": 0}",
                "{\"query\": {\"kind\": \"x\"}}",
                "{\"query\": 3}",
                "{\"cursor\": \"!\"}",
                "{\"cursor\": \"bnVsbA==\"}",
                "{\"cursor\": \"eyJsaW1pdCI6LTF9\"}"
            })
    void refusesLocationsWithAReason(String body) {
        assertRefused(caller.post("/api/catalog/locations/by-query", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"location\": null}",
                "{\"location\": {\"type\": \"file\", \"target\": \"/etc/passwd\"}}",
                "{\"location\": {\"target\": \"\"}}",
                "{\"location\": {\"target\": \"https://example.org/acme/shop\"}}",
                "{\"location\": {\"target\": \"file:///etc/passwd\"}}",
                "{\"location\": {\"target\": \"http://slipway.localhost:7070/repositories/../..\"}}",
                "{\"location\": {\"target\": \"http://slipway.localhost:7070/repositories/acme/none\"}}",
                "{\"location\": {\"target\": \"http://slipway.localhost:7070/git/acme/%00.git\"}}",
                "{\"location\": {\"target\": \"http://169.254.169.254/latest/meta-data\"}}"
            })
    void analyzesNothingButItsOwnRepositories(String body) {
        assertRefused(caller.post("/api/catalog/analyze-location", body));
    }

    @Test
    void looksForNoFileByAPattern() {
        String target = addresses.page(repositories.create(Map.of("a.yaml", "x")));

        for (String name : List.of("**/*.yaml", "../x", "", "a/b", "x".repeat(500))) {
            assertRefused(caller.post(
                    "/api/catalog/analyze-location",
                    "{\"location\": {\"target\": \"" + target + "\"}, \"catalogFilename\": \"" + name + "\"}"));
        }
    }

    @Test
    void tellsWhatIsWrongWithTheFilesOfARepository() {
        String target = addresses.page(repositories.create(Map.of("catalog-info.yaml", "kind: [\n---\nkind: API\n")));

        assertThat(assertRefused(caller.post(
                        "/api/catalog/analyze-location", "{\"location\": {\"target\": \"" + target + "\"}}")))
                .contains("catalog-info.yaml:2:1: Not YAML", "catalog-info.yaml:3");
    }

    @Test
    void changesNoLocationToWhatItCannotRead() {
        String path = "/api/catalog/locations/" + UUID.randomUUID();

        assertThat(caller.put(path, "{\"target\": \"https://example.org/x\"}").statusCode())
                .isEqualTo(404);
        assertRefused(caller.put(path, "{\"type\": \"file\", \"target\": \"x\"}"));
        assertRefused(caller.put(path, "{}"));
        assertRefused(caller.put("/api/catalog/locations/x", "{\"target\": \"x\"}"));
    }

    @Test
    void registersNoGlobThatHurts() {
        String page = addresses.page(repositories.create(Map.of("a".repeat(100) + "/b.yaml", "x")));

        for (String glob :
                List.of("{{a}.yaml", "*a".repeat(80) + "c", "**/".repeat(80) + "c", "{".repeat(900), "[a-")) {
            assertRefused(caller.post("/api/catalog/locations", "{\"target\": \"" + page + "/files/" + glob + "\"}"));
        }
    }

    @Test
    void letsOnlyThoseRegisterAndAnalyzeWhoMay() {
        Caller viewer = callers.tokenOf("hostile-viewer");

        assertThat(viewer.post("/api/catalog/analyze-location", "{}").statusCode())
                .isEqualTo(403);
        assertThat(viewer.put("/api/catalog/locations/" + UUID.randomUUID(), "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.post("/api/catalog/locations/by-query", "{}").statusCode())
                .isEqualTo(200);
    }

    private static String assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"problems\":[{");
        return answer.body();
    }
}
