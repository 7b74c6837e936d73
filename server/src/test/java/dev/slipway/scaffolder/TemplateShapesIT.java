package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.Catalog;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Templates of the shapes that platform teams write for Backstage, from the request to what lies in Git. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class TemplateShapesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String service = "shop-" + unique;
    private final RepositoryRef infrastructure = new RepositoryRef("acme", "infra-" + unique);

    @Autowired
    private Callers callers;

    @Autowired
    private GitContent content;

    @Autowired
    private GitHost host;

    @Autowired
    private RepositoryAddresses addresses;

    @Autowired
    private Catalog catalog;

    private Caller ada;
    private OwnTemplates templates;

    @BeforeEach
    void seed() {
        ada = callers.tokenOf("shapes-" + unique, Role.ADMINISTRATOR);
        templates = new OwnTemplates(content);
        host.create(infrastructure, "", new Actor.Person("ada"));
        templates.commit(infrastructure, "rules/style.md", "Be kind.\n");
    }

    @Test
    void makesAServiceWithProductionOnlyWhereItIsAskedFor() {
        JsonNode run = made(service, Map.of("production", true, "replicas", 3));

        Snapshot main = main(new RepositoryRef("acme", service));
        assertThat(main.text("deploy/production/values.yaml")).contains("replicas: 3\n");
        assertThat(main.text("deploy/staging.yaml")).contains("replicas: 2\n");
        assertThat(main.text("README.md")).contains("# " + service + "\n\nOn call: red\n");
        assertThat(main.text("rules/style.md")).contains("Be kind.\n");
        assertThat(main.isFile("deploy/database.yaml")).isFalse();
        assertThat(catalog.find(EntityRef.parse("component:default/" + service, "")))
                .isPresent();
        assertThat(run.path("links").findValuesAsString("title"))
                .containsExactly("Repository", "In the catalog", "Production");

        JsonNode second = made(service + "-b", Map.of("database", "postgres", "storage", 20));

        Snapshot other = main(new RepositoryRef("acme", service + "-b"));
        assertThat(other.isDirectory("deploy/production")).isFalse();
        assertThat(other.text("deploy/database.yaml")).contains("engine: postgres\nstorage: 20\n");
        assertThat(second.path("links").findValuesAsString("title")).containsExactly("Repository", "In the catalog");
    }

    @Test
    void asksForWhatAnAnswerDependsOn() {
        templates.copy("two-environments");

        HttpResponse<String> answer = ask("two-environments", service(service, Map.of("database", "postgres")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("storage");
        assertThat(host.repository(new RepositoryRef("acme", service))).isEmpty();
    }

    @Test
    void requestsInfrastructureByAPullRequestAlone() {
        templates.copy("infrastructure-request");
        String repoUrl = "github.com?owner=acme&repo=" + infrastructure.name();

        JsonNode run = run("infrastructure-request", Map.of("name", "photos", "class", "archive", "repoUrl", repoUrl));

        PullRequest pull = host.pullRequests(infrastructure, null).getFirst();
        assertThat(pull.title()).isEqualTo("Bucket photos");
        assertThat(content.snapshot(infrastructure, pull.head()).text("buckets/photos/bucket.yaml"))
                .contains("kind: Bucket\nmetadata:\n  name: photos\nspec:\n  class: archive\n");
        assertThat(main(infrastructure).isDirectory("buckets")).isFalse();
        assertThat(run.path("texts").toString())
                .contains("Number **" + pull.ref().number() + "** waits");
    }

    @Test
    void takesAServiceOutOfUse() {
        made(service, Map.of());
        templates.copy("decommission");

        run("decommission", Map.of("component", "component:default/" + service, "reason", "Nobody asks it anything."));

        RepositoryRef repository = new RepositoryRef("acme", service);
        PullRequest pull = host.pullRequests(repository, null).getFirst();
        Snapshot proposed = content.snapshot(repository, pull.head());
        assertThat(pull.body()).contains("Nobody asks it anything.");
        assertThat(proposed.text("catalog-info.yaml").orElseThrow()).contains("lifecycle: deprecated");
        assertThat(proposed.isFile("deploy/staging.yaml")).isFalse();
        assertThat(proposed.isFile("README.md")).isTrue();
    }

    @Test
    void writesAFileForEachOfAListWithItsOwnTypes() {
        templates.copy("environments");
        List<Map<String, Object>> environments =
                List.of(Map.of("name", "dev"), Map.of("name", "live", "replicas", 4, "public", true));

        JsonNode run = run(
                "environments",
                Map.of("repoUrl", "github.com?owner=acme&repo=" + infrastructure.name(), "environments", environments));

        PullRequest pull = host.pullRequests(infrastructure, null).getFirst();
        Snapshot proposed = content.snapshot(infrastructure, pull.head());
        assertThat(pull.title()).isEqualTo("2 environments");
        assertThat(proposed.text("environments/live.yaml").orElseThrow())
                .contains("name: live\nreplicas: 4\npublic: true");
        assertThat(proposed.isFile("environments/dev.yaml")).isTrue();
        assertThat(run.path("texts").toString()).contains("2 environments");
    }

    private JsonNode made(String name, Map<String, Object> more) {
        templates.copy("two-environments");
        return run("two-environments", service(name, more));
    }

    private Map<String, Object> service(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        values.put("owner", "group:default/red");
        values.put("standards", addresses.git(infrastructure).replace(".git", "") + "/tree/main/rules");
        return values;
    }

    private HttpResponse<String> ask(String template, Map<String, Object> values) {
        return ada.post(
                "/api/scaffolder/v2/tasks",
                JSON.writeValueAsString(Map.of("templateRef", "template:default/" + template, "values", values)));
    }

    /** A run that succeeded. */
    private JsonNode run(String template, Map<String, Object> values) {
        HttpResponse<String> asked = ask(template, values);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        String run = "/api/v1/runs/" + JSON.readTree(asked.body()).path("id").asString();
        await().until(() ->
                List.of("SUCCEEDED", "FAILED").contains(get(run).path("status").asString()));
        JsonNode ended = get(run);
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
        return ended;
    }

    private JsonNode get(String path) {
        return JSON.readTree(ada.get(path).body());
    }

    private Snapshot main(RepositoryRef repository) {
        return content.snapshot(
                repository, content.resolve(repository, "refs/heads/main").orElseThrow());
    }
}
