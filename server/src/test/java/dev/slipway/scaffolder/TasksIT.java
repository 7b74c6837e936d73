package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs over Backstage's REST, and what becomes of their secrets. */
@SlipwayTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class TasksIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TASKS = "/api/scaffolder/v2/tasks";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String secret = "s3cret-" + unique;

    @Autowired
    private Callers callers;

    @Autowired
    private GitContent content;

    @Autowired
    private GitHost host;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private JdbcClient database;

    private Caller ada;

    @BeforeEach
    void signIn() {
        ada = callers.tokenOf("tasks-" + unique, Role.ADMINISTRATOR);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode get(String path) {
        return json(ada.get(path), 200);
    }

    private String start(String template, Map<String, Object> values, Map<String, String> secrets) {
        String body = JSON.writeValueAsString(
                Map.of("templateRef", "template:default/" + template, "values", values, "secrets", secrets));
        return json(ada.post(TASKS, body), 201).path("id").asString();
    }

    private String awaitEnd(String id) {
        await().until(() -> !List.of("open", "processing").contains(status(id)));
        return status(id);
    }

    private String status(String id) {
        return get(TASKS + "/" + id).path("status").asString();
    }

    private void template(String name, String spec) {
        new OwnTemplates(content).put(name, spec);
    }

    /** Everything that the database holds, as text. */
    private String dump() {
        StringBuilder all = new StringBuilder();
        database.sql("select tablename from pg_tables where schemaname = current_schema()")
                .query(String.class)
                .list()
                .forEach(table -> all.append(String.join(
                        "\n",
                        database.sql("select t::text from \"" + table + "\" t")
                                .query(String.class)
                                .list())));
        return all.toString();
    }

    @Test
    void letsNobodySeeSecretsAndForgetsThem(CapturedOutput output) {
        template("confidential-" + unique, """
                parameters:
                  - properties:
                      name: {type: string}
                      password: {type: string, ui:widget: password}
                      token: {type: string, ui:field: Secret}
                steps:
                  - {id: file, action: catalog:write, input: {filePath: out.yaml, entity: {p: '${{ parameters.password }}'}}}
                  - {id: tell, action: debug:log, input: {message: 'p=${{ parameters.password }} t=${{ secrets.token }} k=${{ secrets.key }}'}}
                  - {id: wait, action: debug:wait, input: {seconds: 600}}
                output: {text: [{title: It, content: 'p=${{ parameters.password }}'}]}
                """);
        String id = start(
                "confidential-" + unique,
                Map.of("name", "x", "password", secret + "-p", "token", secret + "-t"),
                Map.of("key", secret + "-k"));
        await().until(() -> get("/api/v1/runs/" + id + "/log").toString().contains("p=*** t=*** k=***"));

        assertThat(dump()).doesNotContain(secret);
        String sealed = database.sql("select encode(secrets, 'hex') from scaffolder_runs where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        assertThat(sealed).hasSizeGreaterThan(100);
        assertThat(get(TASKS + "/" + id).path("spec").path("parameters").toString())
                .isEqualTo("{\"name\":\"x\"}");
        assertThat(ada.get("/create/runs/" + id).body()).doesNotContain(secret);

        json(ada.post(TASKS + "/" + id + "/cancel", "{}"), 200);
        assertThat(awaitEnd(id)).isEqualTo("cancelled");
        assertThat(get(TASKS + "/" + id + "/events").toString()).doesNotContain(secret);
        assertThat(dump()).doesNotContain(secret).doesNotContain(sealed);
        assertThat(output.getAll()).doesNotContain(secret);
    }

    @Test
    void asksForSecretsAgainWhenItIsTriedAgain() {
        template("again-" + unique, """
                secrets: {schema: {type: object, required: [key], properties: {key: {type: string, minLength: 8}}}}
                steps:
                  - {id: wait, action: debug:wait, input: {seconds: 600}}
                """);
        assertThat(json(
                                ada.post(
                                        TASKS,
                                        JSON.writeValueAsString(Map.of(
                                                "templateRef",
                                                "template:default/again-" + unique,
                                                "values",
                                                Map.of(),
                                                "secrets",
                                                Map.of("key", "tiny!")))),
                                400)
                        .path("errors")
                        .toString())
                .contains("instance.secrets.key")
                .doesNotContain("tiny!");
        String id = start("again-" + unique, Map.of(), Map.of("key", secret));
        json(ada.post(TASKS + "/" + id + "/cancel", "{}"), 200);
        awaitEnd(id);

        assertThat(json(ada.post(TASKS + "/" + id + "/retry", "{}"), 400).toString())
                .contains("secrets.key", "Give it again.");
        json(
                ada.post(
                        TASKS + "/" + id + "/retry", JSON.writeValueAsString(Map.of("secrets", Map.of("key", secret)))),
                201);
        json(ada.post(TASKS + "/" + id + "/cancel", "{}"), 200);
        assertThat(awaitEnd(id)).isEqualTo("cancelled");
    }

    @Test
    void goesOnFromTheStepThatFailed() {
        RepositoryRef one = new RepositoryRef("acme", "one-" + unique);
        RepositoryRef other = new RepositoryRef("acme", "other-" + unique);
        host.create(other, "", new Actor.Person("somebody"));
        template("again-" + unique, """
                steps:
                  - {id: one, action: publish:github, input: {repoUrl: 'localhost?owner=acme&repo=one-%s'}}
                  - {id: two, action: catalog:register, input: {catalogInfoUrl: '%s/files/catalog-info.yaml'}}
                output: {links: [{title: Two, url: '${{ steps.one.output.repoContentsUrl }}'}]}
                """.formatted(unique, addresses.page(other)));
        String id = start("again-" + unique, Map.of(), Map.of());
        assertThat(awaitEnd(id)).isEqualTo("failed");
        assertThat(host.repository(one)).isEmpty();

        new OwnTemplates(content).commit(other, "catalog-info.yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: other-%s}
                spec: {type: service, lifecycle: production, owner: red}
                """.formatted(unique));
        assertThat(json(ada.post(TASKS + "/" + id + "/retry", "{}"), 201)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(awaitEnd(id)).isEqualTo("completed");
        assertThat(host.repository(one)).isPresent();
        assertThat(ada.post(TASKS + "/" + id + "/retry", "{}").statusCode()).isEqualTo(409);
        JsonNode events = get(TASKS + "/" + id + "/events");
        assertThat(events.get(0).path("type").asString()).isEqualTo("recovered");
        assertThat(events.findValuesAsString("type")).containsOnlyOnce("completion");
    }

    @Test
    void answersInBackstagesShapes() {
        template("shapes-" + unique, """
                presentation: {buttonLabels: {createButtonText: Make it}}
                parameters:
                  title: About it
                  required: [name]
                  properties: {name: {type: string, pattern: '^[a-z]+$'}}
                steps:
                  - {id: tell, name: Tell, action: debug:log, input: {message: 'Hello ${{ parameters.name }}'}}
                  - {id: never, action: debug:log, if: '${{ false }}'}
                output: {text: [{title: Said, content: '**${{ parameters.name }}**'}], other: 5}
                """);
        JsonNode schema = get("/api/scaffolder/v2/templates/default/Template/shapes-" + unique + "/parameter-schema");
        assertThat(schema.toString())
                .startsWith(
                        "{\"title\":\"Test of shapes-" + unique
                                + "\",\"presentation\":{\"buttonLabels\":{\"createButtonText\":\"Make it\"}},\"steps\":[{\"title\":\"About it\",\"schema\":{");

        JsonNode refused = json(
                ada.post(
                        TASKS,
                        JSON.writeValueAsString(Map.of(
                                "templateRef", "template:default/shapes-" + unique, "values", Map.of("name", "A1")))),
                400);
        assertThat(refused.path("errors").get(0).path("property").asString()).isEqualTo("instance.name");
        assertThat(refused.path("errors").get(0).path("path").toString()).isEqualTo("[\"name\"]");

        String id = start("shapes-" + unique, Map.of("name", "ada"), Map.of());
        assertThat(awaitEnd(id)).isEqualTo("completed");
        JsonNode task = get(TASKS + "/" + id);
        assertThat(task.propertyNames())
                .containsExactlyInAnyOrder("id", "spec", "status", "createdAt", "lastHeartbeatAt", "createdBy");
        assertThat(task.path("createdBy").asString()).isEqualTo("user:default/tasks-" + unique);
        assertThat(task.path("spec").path("steps").get(0).toString())
                .isEqualTo(
                        "{\"id\":\"tell\",\"name\":\"Tell\",\"action\":\"debug:log\",\"input\":{\"message\":\"Hello ${{ parameters.name }}\"}}");

        JsonNode events = get(TASKS + "/" + id + "/events?after=1");
        assertThat(events.toString())
                .contains("\"message\":\"Hello ada\",\"stepId\":\"tell\"", "\"status\":\"skipped\"");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.path("type").asString()).isEqualTo("completion");
        assertThat(last.path("body").path("output"))
                .isEqualTo(JSON.readTree(
                        "{\"links\":[],\"text\":[{\"title\":\"Said\",\"content\":\"**ada**\"}],\"other\":5}"));
    }

    @Test
    void listsTasks() {
        template("listed-" + unique, "steps: [{id: tell, action: debug:log, input: {message: x}}]");
        String first = start("listed-" + unique, Map.of(), Map.of());
        String second = start("listed-" + unique, Map.of(), Map.of());
        awaitEnd(first);
        awaitEnd(second);
        String mine = TASKS + "?createdBy=user:default/tasks-" + unique;

        assertThat(get(mine + "&status=completed&order=asc:created_at&limit=1").toString())
                .contains(first, "\"totalTasks\":2")
                .doesNotContain(second);
        assertThat(get(mine + "&status=completed&order=asc:created_at&limit=1&offset=1")
                        .path("tasks")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(second);
        assertThat(get(mine + "&status=skipped").path("totalTasks").asInt()).isZero();
        assertThat(get(TASKS + "?createdBy=group:default/red")
                        .path("totalTasks")
                        .asInt())
                .isZero();
        assertThat(json(ada.get(TASKS + "?order=asc:colour"), 400)
                        .path("error")
                        .path("name")
                        .asString())
                .isEqualTo("InputError");
    }

    @Test
    void streamsUntilTheEndAndFromWhereSomebodyStopped() {
        template("streamed-" + unique, "steps: [{id: tell, action: debug:log, input: {message: hello}}]");
        String id = start("streamed-" + unique, Map.of(), Map.of());

        String all = ada.get(TASKS + "/" + id + "/eventstream").body();
        assertThat(all).contains("event:log", "\"message\":\"hello\"").contains("event:completion");
        long before = all.lines().filter(line -> line.startsWith("id:")).count() - 1;
        assertThat(ada.get(TASKS + "/" + id + "/eventstream?after=" + before).body())
                .contains("event:completion")
                .doesNotContain("hello");
        assertThat(ada.get(TASKS + "/" + id + "/eventstream", Map.of("Last-Event-ID", Long.toString(before + 1)))
                        .body())
                .contains("event:completion")
                .doesNotContain("hello");
    }

    @Test
    void refusesWhoMayNot() {
        template("mine-" + unique, "steps: [{id: wait, action: debug:wait, input: {seconds: 600}}]");
        String id = start("mine-" + unique, Map.of(), Map.of());
        Caller other = callers.tokenOf("other-" + unique, Role.TEAM_LEAD);
        Caller looker = callers.tokenOf("looker-" + unique);

        assertThat(other.post(TASKS + "/" + id + "/cancel", "{}").statusCode()).isEqualTo(403);
        assertThat(other.post(TASKS + "/" + id + "/retry", "{}").statusCode()).isEqualTo(403);
        assertThat(looker.post(TASKS, "{}").statusCode()).isEqualTo(403);
        for (String path : List.of("", "/" + id, "/" + id + "/events", "/" + id + "/eventstream")) {
            assertThat(callers.anybody().get(TASKS + path).statusCode()).isEqualTo(401);
        }
        assertThat(json(ada.get(TASKS + "/" + UUID.randomUUID()), 404)
                        .path("error")
                        .path("name")
                        .asString())
                .isEqualTo("NotFoundError");
        json(ada.post(TASKS, "{\"templateRef\":\"template:default/nothing\"}"), 404);
        json(ada.post(TASKS, "{\"templateRef\":\"component:default/x\"}"), 404);
        json(ada.post(TASKS, "{\"templateRef\":\"a:b:c\"}"), 400);
        json(ada.post(TASKS + "/" + id + "/cancel", "{}"), 200);
        awaitEnd(id);
    }
}
