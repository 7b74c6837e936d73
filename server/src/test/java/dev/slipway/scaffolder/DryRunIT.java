package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.identity.Role;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What templates would make, asked over HTTP. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class DryRunIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BACKSTAGE = "/api/scaffolder/v2/dry-run";

    @Autowired
    private Callers callers;

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent content;

    private HttpResponse<String> ask(String path, Object body) {
        return callers.tokenOf("dry", Role.ADMINISTRATOR).post(path, JSON.writeValueAsString(body));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    @SafeVarargs
    private static Map<String, Object> template(Map<String, Object>... steps) {
        return Map.of(
                "apiVersion",
                "scaffolder.backstage.io/v1beta3",
                "kind",
                "Template",
                "metadata",
                Map.of("name", "sent"),
                "spec",
                Map.of(
                        "type", "service",
                        "parameters",
                                Map.of(
                                        "required",
                                        List.of("name"),
                                        "properties",
                                        Map.of("name", Map.of("type", "string"))),
                        "steps", List.of(steps)));
    }

    private static Map<String, Object> file(String path, String text) {
        return Map.of(
                "path",
                path,
                "base64Content",
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(JsonNode answer, String path) {
        for (JsonNode file : answer.path("directoryContents")) {
            if (file.path("path").asString().equals(path)) {
                return new String(
                        Base64.getDecoder().decode(file.path("base64Content").asString()), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("There is no " + path + " in "
                + answer.path("directoryContents").findValuesAsString("path"));
    }

    @Test
    void aGoldenPathShowsItsFilesAndMakesNothing() {
        int repositories = host.repositories().size();

        JsonNode answer = json(
                ask(
                        "/api/v1/templates/java-service/dry-run",
                        Map.of("values", Map.of("name", "pricing-api", "team", "red"))),
                200);

        assertThat(text(answer, "catalog-info.yaml")).contains("name: pricing-api");
        assertThat(answer.path("steps").findValuesAsString("action"))
                .contains("fetch:template", "publish:slipway", "slipway:platform:pull-request", "catalog:register");
        assertThat(answer.path("error").isNull()).isTrue();
        assertThat(host.repositories()).hasSize(repositories);
    }

    @Test
    void aTemplateTakesFilesFromElsewhereInItsRepository() {
        String name = "sibling-" + UUID.randomUUID().toString().substring(0, 8);
        OwnTemplates templates = new OwnTemplates(content);
        templates.commit(new RepositoryRef("acme", "platform"), "skeletons/" + name + "/README.md", "Hi\n");
        templates.put(
                name,
                "steps:\n  - {id: fetch, action: fetch:plain, input: {url: ../../skeletons/" + name + "}}\n"
                        + "  - {id: out, action: fetch:plain, if: '${{ parameters.out }}', input: {url: ../../../x}}\n"
                        + "parameters: {properties: {out: {type: boolean}}}\n");
        String path = "/api/v1/templates/" + name + "/dry-run";

        for (int asked = 0; asked < 2; asked++) { // read, and kept in memory
            assertThat(text(json(ask(path, Map.of("values", Map.of())), 200), "README.md"))
                    .isEqualTo("Hi\n");
        }
        assertThat(json(ask(path, Map.of("values", Map.of("out", true))), 200)
                        .path("error")
                        .toString())
                .contains("leads out of the template's repository");
    }

    @Test
    void aSentTemplateRunsAsBackstagesEditorAsks() {
        JsonNode answer = json(
                ask(
                        BACKSTAGE,
                        Map.of(
                                "template",
                                        template(
                                                Map.of(
                                                        "id",
                                                        "fetch",
                                                        "action",
                                                        "fetch:template",
                                                        "input",
                                                        Map.of(
                                                                "url",
                                                                "./skeleton",
                                                                "values",
                                                                Map.of("name", "${{ parameters.name }}"))),
                                                Map.of(
                                                        "id",
                                                        "publish",
                                                        "action",
                                                        "publish:gitlab",
                                                        "input",
                                                        Map.of("repoUrl", "gitlab.com?owner=a&repo=b"))),
                                "values", Map.of("name", "nightly"),
                                "directoryContents",
                                        List.of(file("skeleton/${{ values.name }}.txt", "I am ${{ values.name }}.")))),
                200);

        assertThat(text(answer, "nightly.txt")).isEqualTo("I am nightly.");
        assertThat(answer.path("log").get(0).path("body").path("stepId").asString())
                .isEqualTo("fetch");
        assertThat(answer.path("steps").get(1).path("input").path("repoUrl").asString())
                .isEqualTo("gitlab.com?owner=a&repo=b");
    }

    @Test
    void saysWhichStepFails() {
        JsonNode answer = json(
                ask(
                        BACKSTAGE,
                        Map.of(
                                "template",
                                        template(Map.of(
                                                "id",
                                                "tell",
                                                "action",
                                                "debug:log",
                                                "input",
                                                Map.of("message", "${{ 1 | shout }}"))),
                                "values", Map.of("name", "x"))),
                200);

        assertThat(answer.path("error").path("stepId").asString()).isEqualTo("tell");
        assertThat(answer.path("error").path("message").asString()).contains("shout");
    }

    @Test
    void refusesWhatCannotBeRun() {
        Map<String, Object> fine = template(Map.of("id", "tell", "action", "debug:log"));

        assertThat(json(ask(BACKSTAGE, Map.of("values", Map.of())), 400).toString())
                .contains("There is no template.");
        assertThat(json(ask(BACKSTAGE, Map.of("template", Map.of("kind", "Template"))), 400)
                        .toString())
                .contains("metadata", "spec");
        assertThat(json(ask(BACKSTAGE, Map.of("template", fine, "values", Map.of("colour", "red"))), 400)
                        .toString())
                .contains("values.name", "values.colour");
        assertThat(json(
                                ask(
                                        BACKSTAGE,
                                        Map.of(
                                                "template",
                                                fine,
                                                "directoryContents",
                                                List.of(
                                                        file("../escape", "x"),
                                                        Map.of("path", "a", "base64Content", "%")))),
                                400)
                        .toString())
                .contains("directoryContents.0.path", "directoryContents.1.base64Content");
    }

    @Test
    void isForThoseWhoMayCreate() {
        assertThat(callers.tokenOf("looker").post(BACKSTAGE, "{}").statusCode()).isEqualTo(403);
    }
}
