package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** From the form to the merged pull request, with the real Git host; the test plays the part of the gates' check. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class CreateServiceIT {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    private static final Pattern RUN = Pattern.compile(".*/create/runs/([0-9a-f-]{36})");

    @Autowired
    Callers callers;

    @Autowired
    TemplateRuns runs;

    @Autowired
    Templates templates;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    private static void await(BooleanSupplier condition) {
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private void passChecks() {
        host.pullRequests(PLATFORM, PullRequest.State.OPEN)
                .forEach(pull -> host.protection(PLATFORM, "main")
                        .orElseThrow()
                        .requiredChecks()
                        .forEach(check -> host.setStatus(
                                PLATFORM,
                                pull.head(),
                                new CommitStatus(check, CommitStatus.State.SUCCESS, "by hand", null))));
    }

    private TemplateRun awaitEnd(RunId id) {
        await(() -> {
            passChecks();
            return runs.find(id).orElseThrow().status().ended();
        });
        return runs.find(id).orElseThrow();
    }

    @Test
    void declaresAServiceByOnePullRequestThatMergesItself() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await(() -> rosa.get("/api/v1/templates").body().contains("java-service"));

        HttpResponse<String> answer = rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"pricing-api\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        TemplateRun run = awaitEnd(runs.newest(1).getFirst().id());

        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.links()).anyMatch(link -> link.url().matches("/repositories/acme/platform/pulls/\\d+"));
        var main = content.snapshot(PLATFORM, content.resolve(PLATFORM, "main").orElseThrow());
        assertThat(main.list("applications/pricing-api")).hasSize(3);
        assertThat(content.resolve(new RepositoryRef("acme", "pricing-api"), "main"))
                .isPresent();
    }

    @Test
    void showsTheFormAndTheRunInTheBrowser() {
        Caller rosa = callers.browserOf("rosa");
        await(() -> rosa.get("/create").body().contains("Java service"));

        HttpResponse<String> wrong = rosa.submit(
                "/create/java-service",
                "/create/java-service",
                Map.of("page", "0", "go", "next", "v.name", "Shop", "v.team", "red"));
        assertThat(wrong.body()).contains("Use lower-case letters, digits and hyphens", "value=\"Shop\"");
        HttpResponse<String> created = rosa.submit(
                "/create/java-service",
                "/create/java-service",
                Map.of("page", "2", "go", "create", "v.name", "shop", "v.team", "red", "v.production", "false"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(302);
        Matcher run = RUN.matcher(created.headers().firstValue("Location").orElseThrow());
        assertThat(run.matches()).isTrue();

        awaitEnd(RunId.parse(run.group(1)));
        assertThat(rosa.get("/create/runs/" + run.group(1)).body()).contains("Succeeded", "git clone", "Pushed");
    }

    @Test
    void saysAllProblemsAtOnceOverRest() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await(() -> rosa.get("/api/v1/templates").body().contains("java-service"));

        HttpResponse<String> answer = rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"x-staging\", \"team\": \"rde\", \"replicas\": 1}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is no team", "Did you mean", "Must be at least 2");
        assertThat(host.repository(new RepositoryRef("acme", "x-staging"))).isEmpty();
    }

    @Test
    void refusesATeamThatIsNotOnes() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await(() -> rosa.get("/api/v1/templates").body().contains("java-service"));

        HttpResponse<String> answer = rosa.post(
                "/api/v1/templates/java-service/runs", "{\"values\": {\"name\": \"theirs\", \"team\": \"blue\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("You may not create services for team blue");
    }

    @Test
    void takesTheRepositoryBackWhenThePullRequestIsClosed() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await(() -> rosa.get("/api/v1/templates").body().contains("java-service"));
        RunId id = runs.start("java-service", Map.of("name", "unwanted", "team", "red"), new Actor.Person("rosa"))
                .id();

        await(() -> host.pullRequests(PLATFORM, PullRequest.State.OPEN).stream()
                .anyMatch(pull -> pull.title().contains("unwanted")));
        host.pullRequests(PLATFORM, PullRequest.State.OPEN).stream()
                .filter(pull -> pull.title().contains("unwanted"))
                .forEach(pull -> host.close(pull.ref(), new Actor.Person("paula")));
        await(() -> runs.find(id).orElseThrow().status().ended());

        assertThat(runs.find(id).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
        assertThat(host.repository(new RepositoryRef("acme", "unwanted"))).isEmpty();
    }
}
