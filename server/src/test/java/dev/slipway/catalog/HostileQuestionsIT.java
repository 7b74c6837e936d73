package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked, the answer says what is wrong with it, and is never a failure of the server's own. */
@CatalogTest
class HostileQuestionsIT {

    @Autowired
    private Callers callers;

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

    private static String assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"problems\":[{");
        return answer.body();
    }
}
