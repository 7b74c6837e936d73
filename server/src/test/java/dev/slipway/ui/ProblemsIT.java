package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@FoundationTest
class ProblemsIT {

    @Autowired
    Callers callers;

    @Autowired
    ProblemWriter writer;

    @Test
    void servesListedAssetsOnlyAndForEver() {
        var stylesheet = callers.anybody().get(Assets.url("slipway.css"));

        assertThat(stylesheet.statusCode()).isEqualTo(200);
        assertThat(stylesheet.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "immutable"));
        assertThat(callers.anybody().get("/assets/x/application.yaml").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsApiClientsAllProblemsAtOnceAsProblemDetails() {
        var answer = callers.tokenOf("problem-admin", Role.ADMINISTRATOR)
                .post("/api/v1/users", "{\"name\": \"Not OK\", \"email\": \"nonsense\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"where\":\"name\"", "\"where\":\"displayName\"", "\"where\":\"email\"")
                .contains("urn:slipway:problem:invalid")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhereABodyIsNotJson() {
        var answer = callers.tokenOf("problem-admin", Role.ADMINISTRATOR).post("/api/v1/users", "{\n  nonsense");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 2");
    }

    @Test
    void namesEveryFieldThatItDoesNotKnowAndThoseThatItKnows() {
        Caller caller = callers.tokenOf("problem-typist");

        var answer = caller.post("/api/v1/tokens", "{\"name\": \"ci\", \"scope\": \"builds\", \"ttl\": {\"days\": 1}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("There is no field \\\"scope\\\".", "There is no field \\\"ttl\\\".")
                .contains("one of name, scopes", "Did you mean \\\"scopes\\\"?");
        assertThat(caller.get("/api/v1/tokens").body()).doesNotContain("\"ci\"");
    }

    @Test
    void answersUnknownPathsWithAPageThatNamesThem() {
        var answer = callers.browserOf("problem-viewer").get("/no/such/page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<!doctype html>", "/no/such/page", "404");
    }

    @Test
    void saysWhenToAskAgainForWhatIsNotThereYet() throws IOException {
        assertThat(answer(ProblemCode.UNAVAILABLE).getStatus()).isEqualTo(503);
        assertThat(answer(ProblemCode.UNAVAILABLE).getHeader("Retry-After")).isEqualTo("2");
        assertThat(answer(ProblemCode.INVALID).getHeader("Retry-After")).isNull();
    }

    private MockHttpServletResponse answer(ProblemCode code) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        writer.write(
                new MockHttpServletRequest("GET", "/api/v1/inspection"),
                response,
                code,
                List.of(Problem.of("It is being read.")));
        return response;
    }

    @Test
    void describesTheApi() {
        var description = callers.anybody().get("/api/v1/openapi.json");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("\"openapi\":\"3.1", "/api/v1/me");
    }
}
