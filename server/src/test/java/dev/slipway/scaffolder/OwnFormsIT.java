package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.GitContent;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forms and lists of templates that the platform repository has, over HTTP. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class OwnFormsIT {

    private final String name = "own-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    Callers callers;

    @Autowired
    GitContent content;

    @Autowired
    TemplateRuns runs;

    @Autowired
    Templates templates;

    private Caller rosa;

    @BeforeEach
    void signIn() {
        rosa = callers.browserOf("rosa");
    }

    private String put(String key, String spec) {
        new OwnTemplates(content).put(key, spec);
        await().until(() ->
                templates.all().stream().anyMatch(each -> each.name().equals(key)));
        return "/create/" + key;
    }

    private TemplateRun started(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        RunId id = new RunId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        await().until(() -> runs.find(id).orElseThrow().status().ended());
        return runs.find(id).orElseThrow();
    }

    @Test
    void askForSecretsThatOnlyTheSchemaNamesAndKeepThemApart() {
        String form = put(name, """
                parameters: {title: About it, properties: {who: {type: string, default: you}}}
                secrets: {schema: {required: [key], properties: {key: {type: string, minLength: 4, title: The key}}}}
                steps: [{id: tell, action: debug:log, input: {message: '${{ parameters.who }}, ${{ secrets.key }}'}}]
                """);

        assertThat(rosa.submit(form, form, Map.of("page", "0", "go", "next", "v.who", "me", "shown", "who"))
                        .body())
                .contains("The key", "name=\"v.key\" type=\"password\"");
        assertThat(rosa.submit(form, form, Map.of("page", "1", "go", "next", "v.who", "me", "shown", "key"))
                        .body())
                .contains("id=\"v.key-error\"", "Please fill this in.");
        TemplateRun run = started(
                rosa.submit(form, form, Map.of("page", "2", "go", "create", "v.who", "me", "v.key", "hush-hush-hush")));

        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.values()).isEqualTo(Map.of("who", "me"));
        assertThat(run.secrets()).containsExactly("key");
        assertThat(runs.log(run.id(), 0)).anyMatch(line -> line.text().equals("me, ***"));
    }

    @Test
    void sayWhileTheyAreFilledInWhatWouldKeepTheRunFromStarting() {
        String form = put(name, """
                parameters: {required: [name], properties: {name: {type: string, title: Name, pattern: '^[a-z-]+$'}}}
                steps:
                  - id: publish
                    action: publish:github
                    input: {repoUrl: 'localhost?owner=acme&repo=${{ parameters.name }}'}
                  - {id: hook, action: github:webhook, input: {repoUrl: 'localhost?owner=acme&repo=x', webhookUrl: 'https://example.org'}}
                  - {id: odd, action: acme:frobnicate}
                """);

        assertThat(preview(form, Map.of("v.name", "platform")))
                .containsPattern("<strong>Name</strong>: <span[^>]*>There is a repository \"acme/platform\" already")
                .containsOnlyOnce("acme:frobnicate")
                .contains("needs an adapter for")
                .doesNotContain("Still to be answered");
        assertThat(preview(form, Map.of("v.name", "nothing-like-it"))).doesNotContain("<strong>Name</strong>");
        assertThat(preview(form, Map.of()))
                .containsPattern("Still to be answered: <strong>Name</strong>\\.")
                .doesNotContain("is not a repository");
    }

    @Test
    void sayNothingOfSecretsInThePreview() {
        String form = put(name, """
                parameters: {properties: {pass: {type: string, title: Pass, ui:widget: password}}}
                secrets: {schema: {required: [key], properties: {key: {type: string, minLength: 30, title: The key}}}}
                steps:
                  - {id: one, action: publish:github, input: {repoUrl: 'localhost?owner=acme&repo=${{ secrets.key }}!'}}
                  - {id: two, action: publish:github, input: {repoUrl: 'localhost?owner=acme&repo=${{ parameters.pass }}!'}}
                """);

        assertThat(preview(form, Map.of("v.key", "hush-hush-hush", "v.pass", "psst-psst-psst")))
                .doesNotContain("hush-hush", "psst-psst", "Still to be answered")
                .contains("<strong>The key</strong>", "<strong>Pass</strong>", "is not a repository");
        assertThat(preview(form, Map.of())).containsPattern("Still to be answered: .*<strong>The key</strong>\\.");
    }

    @Test
    void previewThePullRequestsOfActionsThatAreMapped() {
        RepositoryRef platform = new RepositoryRef("acme", "platform");
        String definition = content.snapshot(
                        platform, content.resolve(platform, "main").orElseThrow())
                .text("platform.yaml")
                .orElseThrow();
        new OwnTemplates(content).commit(platform, "platform.yaml", definition.replaceFirst("(?m)^spec:\n", """
                        spec:
                          templates:
                            actions:
                              - {id: 'acme:propose', alias: 'publish:github:pull-request', rename: {repository: repoUrl}}
                        """));
        String form = put(name, """
                steps:
                  - {id: write, action: 'roadiehq:utils:fs:write', input: {path: by-alias.txt, content: hello}}
                  - id: propose
                    action: acme:propose
                    input: {repository: 'localhost?owner=acme&repo=platform', branchName: x, title: By another name, description: x}
                """);

        await().untilAsserted(() -> assertThat(preview(form, Map.of()))
                .contains("1 pull request", "By another name", "acme/platform", "by-alias.txt", "+1")
                .doesNotContain("And then"));
    }

    @Test
    void actionsSayWhatBecomesOfThemWhenAKilledRunGoesOn() {
        assertThat(rosa.get("/create/actions/publish:github").body())
                .contains("When a killed run goes on", "done once", "A repository that the run has claimed");
        assertThat(rosa.get("/create/actions/fetch:template").body()).contains(">repeatable<", "carried out again");

        JsonNode actions = JsonMapper.shared()
                .readTree(callers.tokenOf("rosa")
                        .get("/api/scaffolder/v2/actions")
                        .body());
        assertThat(actions).anySatisfy(action -> {
            assertThat(action.get("id").asString()).isEqualTo("publish:github:pull-request");
            assertThat(action.get("repeatable").asBoolean()).isFalse();
            assertThat(action.get("afterAKill").asString()).contains("are not made again");
        });
    }

    private String preview(String form, Map<String, String> answers) {
        HttpResponse<String> answer = rosa.submit(form, form + "/preview", answers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void keepTheAlternativeThatWasChosen() {
        String form = put(name, """
                parameters:
                  properties:
                    store:
                      type: object
                      oneOf:
                        - {title: Small, properties: {size: {type: string, default: s}}}
                        - {title: Large, properties: {size: {type: string, default: s}, copies: {type: integer, default: 3}}}
                steps: [{id: tell, action: debug:log, input: {message: 'copies ${{ parameters.store.copies }}'}}]
                """);

        TemplateRun small = started(
                rosa.submit(form, form, Map.of("page", "1", "go", "create", "o.store", "0", "v.store.size", "s")));
        TemplateRun large = started(
                rosa.submit(form, form, Map.of("page", "1", "go", "create", "o.store", "1", "v.store.size", "s")));

        assertThat(small.values()).isEqualTo(Map.of("store", Map.of("size", "s")));
        assertThat(large.values()).isEqualTo(Map.of("store", Map.of("size", "s", "copies", 3L)));
    }

    @Test
    void offerNothingToChangeWhereFieldsAreReadOnlyOrDisabled() {
        for (String lock : List.of("ui:readonly", "ui:disabled")) {
            String form = put(name + lock.substring(3), """
                    parameters:
                      ui:LOCK: true
                      properties:
                        text: {type: string, default: own}
                        long: {type: string, ui:widget: textarea, default: own}
                        number: {type: integer, default: 2}
                        range: {type: integer, ui:widget: range, default: 2}
                        colour: {type: string, ui:options: {inputType: color}, default: '#102030'}
                        switch: {type: boolean, default: true}
                        select: {type: string, enum: [a, b], default: a}
                        radio: {type: string, enum: [a, b], ui:widget: radio, default: a}
                        secret: {type: string, ui:field: Secret}
                        boxes: {type: array, uniqueItems: true, items: {enum: [a, b]}, default: [a]}
                        several: {type: array, uniqueItems: true, items: {enum: [a, b]}, ui:widget: select, default: [a]}
                        rows: {type: array, items: {type: string}, default: [a, b]}
                        tags: {type: array, ui:field: EntityTagsPicker, default: [a]}
                        entity: {type: string, ui:field: EntityPicker, default: 'component:default/a'}
                        repository: {type: string, ui:field: RepoUrlPicker, default: 'localhost?owner=acme&repo=b'}
                        group: {type: object, properties: {in: {type: string, default: own}}}
                        entries: {type: object, additionalProperties: {type: string}, default: {a: own}}
                        kinds: {type: object, oneOf: [{properties: {x: {type: string}}}, {properties: {y: {type: string}}}]}
                    steps: [{id: tell, action: debug:log, input: {message: '${{ parameters.several }}'}}]
                    """.replace("ui:LOCK", lock));

            assertThat(open(rosa.get(form).body())).as(lock).isEmpty();
            TemplateRun run = started(rosa.submit(
                    form,
                    form,
                    Map.of("page", "1", "go", "create", "v.several", "[\"a\"]", "v.radio", "b", "n.rows", "0")));
            assertThat(run.values())
                    .containsEntry("several", List.of("a"))
                    .containsEntry("radio", "a")
                    .containsEntry("rows", List.of("a", "b"));
        }
    }

    /** The controls of a page's fields that somebody could change. */
    private static List<String> open(String page) {
        String fields = page.substring(page.indexOf("name=\"shown\""), page.indexOf("card-footer"))
                .replaceAll("(?s)<fieldset[^>]* disabled>.*?</fieldset>", "")
                .replaceAll("(?s)<noscript>.*?</noscript>", "");
        return Pattern.compile("<(input|select|textarea|button)\\b[^>]*>")
                .matcher(fields)
                .results()
                .map(MatchResult::group)
                .filter(tag -> !tag.matches("(?s).*( readonly| disabled|type=\"hidden\").*"))
                .toList();
    }

    @Test
    void askForEntriesWithNamesOfOnesOwn() {
        String form = put(name, """
                parameters: {properties: {labels: {type: object, additionalProperties: {type: integer}}}}
                steps: [{id: tell, action: debug:log, input: {message: done}}]
                """);

        assertThat(rosa.get(form).body()).contains("name=\"k.labels\"", "name=\"e.labels\"", "Another entry");
        assertThat(rosa.submit(form, form, Map.of("page", "0", "go", "next", "k.labels", "tier", "e.labels", "high"))
                        .body())
                .contains("value=\"tier\"", "Must be a whole number");
        TemplateRun run = started(
                rosa.submit(form, form, Map.of("page", "1", "go", "create", "k.labels", "tier", "e.labels", "1")));
        assertThat(run.values()).isEqualTo(Map.of("labels", Map.of("tier", 1L)));
    }

    @Test
    void ofTemplatesThatAreCalledLikeAPageOfThePortalAreBesideIt() {
        put("runs", "steps: [{id: tell, action: debug:log, input: {message: done}}]\n");

        assertThat(rosa.get("/create").body()).contains("href=\"/create/platform/runs\"");
        assertThat(rosa.get("/create/platform/runs").body())
                .contains("Test of runs", "action=\"/create/platform/runs\"");
        assertThat(rosa.get("/create/runs").body()).doesNotContain("Test of runs</h");
        assertThat(started(rosa.submit(
                                "/create/platform/runs", "/create/platform/runs", Map.of("page", "0", "go", "create")))
                        .status())
                .isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void favouritesAreOnesOwnAndComeFirst() {
        String form = put(name, "steps: [{id: tell, action: debug:log, input: {message: done}}]\n");
        Map<String, String> mark = Map.of("template", name, "favourite", "true", "marked", "true");

        assertThat(rosa.submit("/create", "/create/favourites", mark).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/create?marked=true"));
        assertThat(rosa.get("/create?marked=true").body())
                .contains("Test of " + name)
                .doesNotContain("href=\"/create/java-service\"");
        String all = rosa.get("/create").body();
        assertThat(all.indexOf("href=\"" + form + "\"")).isLessThan(all.indexOf("href=\"/create/java-service\""));
        assertThat(callers.browserOf("ben").get("/create?marked=true").body()).contains("Mark templates with the star");

        JsonNode left = JsonMapper.shared()
                .readTree(callers.tokenOf("rosa")
                        .post("/api/v1/favourite-templates", "{\"template\": \"" + name + "\", \"favourite\": false}")
                        .body());
        assertThat(left).isEmpty();
        assertThat(callers.tokenOf("rosa")
                        .post("/api/v1/favourite-templates", "{\"template\": \"java-servce\", \"favourite\": true}")
                        .body())
                .contains("Did you mean", "java-service");
    }
}
