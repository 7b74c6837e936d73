package dev.slipway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Services that were made without an environment, and get it later; the test plays the part of the checks. */
@WithServices
class EnvironmentsIT {

    private static final String OVERLAY = "deploy/overlays/production/";

    @Autowired
    Callers callers;

    @Autowired
    SampleService sample;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    @Autowired
    PlatformProperties properties;

    @Autowired
    JdbcClient database;

    private Caller rosa;

    @BeforeEach
    void signIn() {
        rosa = callers.tokenOf("rosa", Role.TEAM_LEAD);
    }

    @Test
    void makesWhatTheTemplateWouldHaveMade() {
        RepositoryRef repository = withoutProduction("later");
        Snapshot before = main(properties.repository());
        assertThat(main(repository).list("deploy/overlays"))
                .extracting(entry -> entry.name())
                .containsExactly("dev", "preview", "staging");

        String first = ask("later", "{\"environment\": \"production\", \"replicas\": 4}");
        String second = ask("later", "{\"environment\": \"production\"}");

        assertThat(first).contains("\"replicas\":4", "\"requestedBy\":\"rosa\"");
        assertThat(second).contains("\"replicas\":4");
        awaitState("later", "production", "MERGING");
        PullRequest own = host.pullRequests(repository, PullRequest.State.OPEN).getFirst();
        assertThat(host.pullRequests(repository, PullRequest.State.OPEN)).hasSize(1);
        assertThat(own.author()).isEqualTo("rosa");
        assertThat(own.body())
                .contains(
                        "java-service",
                        "`catalog-info.yaml`",
                        "-  lifecycle: experimental",
                        "+  lifecycle: production");
        Snapshot proposed = content.snapshot(repository, own.head());
        assertThat(proposed.text(OVERLAY + "autoscaler.yaml").orElseThrow()).contains("minReplicas: 4");
        assertThat(proposed.isFile(OVERLAY + "kustomization.yaml")).isTrue();
        assertThat(proposed.objectId("src")).isEqualTo(main(repository).objectId("src"));
        assertThat(callers.browserOf("rosa").get("/services/later").body())
                .contains(
                        "id=\"missing-production\"",
                        "Wait for the overlay to be merged",
                        "/pulls/" + own.ref().number())
                .doesNotContain("Add production");

        merge(own.ref());
        awaitState("later", "production", "SUCCEEDED");

        Snapshot after = main(properties.repository());
        assertThat(after.text("applications/later/production.yaml").orElseThrow())
                .contains(
                        "targetRevision: " + main(repository).commit(),
                        "path: deploy/overlays/production",
                        "enabled: false");
        assertThat(after.walk("clusters"))
                .extracting(entry -> entry.path())
                .filteredOn(path -> path.endsWith("/later/production.yaml"))
                .hasSize(2);
        for (String other : List.of("dev", "staging")) {
            String file = "applications/later/" + other + ".yaml";
            assertThat(after.objectId(file)).isEqualTo(before.objectId(file));
        }
        assertThat(database.sql("select count(*) from audit_entries where subject = 'service:later/production'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(rosa.post("/api/v1/services/later/environments", "{\"environment\": \"production\"}")
                        .body())
                .contains("is declared in production already");
    }

    @Test
    void leavesFilesOfPeopleAsTheyAreAndSaysSo() {
        RepositoryRef repository = withoutProduction("handmade");
        sample.write(repository, OVERLAY + "environment.yaml", "# ours\n");

        var answer = callers.browserOf("rosa")
                .submit(
                        "/services/handmade/environments/add?environment=production",
                        "/services/handmade/environments/add",
                        Map.of("environment", "production", "replicas", "2"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        awaitState("handmade", "production", "MERGING");
        PullRequest own = host.pullRequests(repository, PullRequest.State.OPEN).getFirst();
        assertThat(own.body()).contains("Left as they are", "- `" + OVERLAY + "environment.yaml`");
        assertThat(content.snapshot(repository, own.head()).text(OVERLAY + "environment.yaml"))
                .contains("# ours\n");

        host.close(own.ref(), new Actor.Person("rosa"));

        awaitState("handmade", "production", "FAILED");
        assertThat(callers.browserOf("rosa").get("/services/handmade").body())
                .contains("Stopped", "was closed", "Add production");
        ask("handmade", "{\"environment\": \"production\"}");
        awaitState("handmade", "production", "MERGING");
    }

    @Test
    void onlyDeclaresWhatHasAnOverlayThatSomebodyWrote() {
        RepositoryRef repository = sample.create("byhand");
        var none = rosa.post("/api/v1/services/byhand/environments", "{\"environment\": \"staging\"}");
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(none.body())
                .contains("Nothing says which template made", "deploy/overlays/staging/kustomization.yaml");

        sample.write(repository, "deploy/overlays/staging/kustomization.yaml", "patches: []\n");
        ask("byhand", "{\"environment\": \"staging\"}");

        awaitState("byhand", "staging", "SUCCEEDED");
        assertThat(host.pullRequests(repository, PullRequest.State.OPEN)).isEmpty();
        assertThat(main(properties.repository()).isFile("applications/byhand/staging.yaml"))
                .isTrue();
    }

    @Test
    void tellsAllThatStandsAgainstIt() {
        sample.create("wrong");
        String path = "/api/v1/services/wrong/environments";

        assertThat(rosa.post(path, "{\"environment\": \"stagin\", \"replicas\": 1}")
                        .body())
                .contains("There is no environment", "staging", "1 replicas in stagin", "from 2 to 20");
        assertThat(rosa.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(rosa.post(path, "{\"environment\": \"production\"}").statusCode())
                .isEqualTo(409);
        assertThat(rosa.get(path + "/staging/addition").statusCode()).isEqualTo(404);
        assertThat(callers.tokenOf("bea")
                        .post(path, "{\"environment\": \"staging\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(callers.browserOf("rosa")
                        .submit(
                                "/services/wrong/environments/add?environment=staging",
                                "/services/wrong/environments/add",
                                Map.of("environment", "staging", "replicas", "many"))
                        .body())
                .contains("Nothing was begun", "is no number");
    }

    /** By the golden path itself. */
    private RepositoryRef withoutProduction(String name) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> rosa.get("/api/v1/templates").body().contains("java-service"));
        var run = rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"" + name + "\", \"team\": \"group:default/red\", \"production\": false}}");
        assertThat(run.statusCode()).as(run.body()).isEqualTo(201);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            passPlatformChecks();
            return main(properties.repository()).isFile("applications/" + name + "/staging.yaml");
        });
        return new RepositoryRef(properties.organisation(), name);
    }

    private String ask(String service, String wish) {
        var answer = rosa.post("/api/v1/services/" + service + "/environments", wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body();
    }

    private void awaitState(String service, String environment, String state) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            passPlatformChecks();
            String body = rosa.get("/api/v1/services/" + service + "/environments/" + environment + "/addition")
                    .body();
            assertThat(JsonMapper.shared().readTree(body).path("state").asString())
                    .as(body)
                    .isEqualTo(state);
        });
    }

    private Snapshot main(RepositoryRef repository) {
        return content.snapshot(
                repository, content.resolve(repository, "refs/heads/main").orElseThrow());
    }

    private void passPlatformChecks() {
        host.pullRequests(properties.repository(), PullRequest.State.OPEN).forEach(pull -> passChecks(pull.ref()));
    }

    private void passChecks(PullRequestRef ref) {
        PullRequest pull = host.pullRequest(ref).orElseThrow();
        host.protection(ref.repository(), "main")
                .orElseThrow()
                .requiredChecks()
                .forEach(check -> host.setStatus(
                        ref.repository(),
                        pull.head(),
                        new CommitStatus(check, CommitStatus.State.SUCCESS, "by hand", null)));
    }

    private void merge(PullRequestRef ref) {
        await().untilAsserted(() -> {
            passChecks(ref);
            assertThat(host.merge(ref, host.pullRequest(ref).orElseThrow().head(), new Actor.Person("rosa")))
                    .isInstanceOf(MergeOutcome.Merged.class);
        });
    }
}
