package dev.slipway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.Comment;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.ServiceNames;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServices
class ServicesIT {

    private static final String OVERLAY = "deploy/overlays/production/";

    @Autowired
    Callers callers;

    @Autowired
    SampleService sample;

    @Autowired
    Services services;

    @Autowired
    ServiceNames names;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    @Autowired
    PlatformProperties properties;

    @Autowired
    JdbcClient database;

    @Test
    void proposesAnotherValueOfAVariableOnce() {
        RepositoryRef repository = sample.create("configured");
        Caller rosa = callers.tokenOf("rosa", Role.TEAM_LEAD);
        String wish = "{\"name\":\"GREETING\",\"value\":\"Ahoy\"}";

        var first = rosa.post("/api/v1/services/configured/environments/production/configuration", wish);
        var second = rosa.post("/api/v1/services/configured/environments/production/configuration", wish);

        assertThat(first.body())
                .containsPattern("\"status\":\"proposed\".*\"change\":\"[0-9a-f-]{36}\"")
                .isEqualTo(second.body());
        List<PullRequest> open = host.pullRequests(repository, PullRequest.State.OPEN);
        assertThat(open).singleElement().extracting(PullRequest::title).isEqualTo("Set GREETING in production");
        var proposed = content.snapshot(repository, open.getFirst().head());
        assertThat(proposed.text("deploy/overlays/production/environment.yaml"))
                .contains(SampleService.PATCH.replace("Hello", "Ahoy"));
        assertThat(proposed.text("deploy/overlays/dev/environment.yaml")).contains(SampleService.PATCH);
    }

    @Test
    void keepsWhatOthersMergedWhileAChangeWasOpen() {
        RepositoryRef repository = sample.create("shared");
        PullRequest level = propose(repository, "{\"name\":\"LOGLEVEL\",\"value\":\"debug\"}");
        PullRequest colour = propose(repository, "{\"name\":\"COLOUR\",\"value\":\"red\"}");
        sample.write(
                repository,
                OVERLAY + "environment.yaml",
                SampleService.PATCH + variable("HAND", "made"),
                OVERLAY + "autoscaler.yaml",
                "spec: {minReplicas: 5}\n");

        merge(level);
        merge(colour);

        var main = content.snapshot(
                repository, content.resolve(repository, "refs/heads/main").orElseThrow());
        assertThat(main.text(OVERLAY + "environment.yaml"))
                .contains(SampleService.PATCH
                        + variable("HAND", "made")
                        + variable("LOGLEVEL", "debug")
                        + variable("COLOUR", "red"));
        assertThat(main.text(OVERLAY + "autoscaler.yaml")).contains("spec: {minReplicas: 5}\n");
    }

    @Test
    void leavesAValueThatSomebodyElseChangedMeanwhile() {
        RepositoryRef repository = sample.create("contested");
        PullRequest pull = propose(repository, "{\"name\":\"GREETING\",\"value\":\"Ahoy\"}");
        sample.write(repository, OVERLAY + "environment.yaml", SampleService.PATCH.replace("Hello", "Moin"));

        await().untilAsserted(() -> assertThat(host.comments(pull.ref()))
                .extracting(Comment::markdown)
                .anyMatch(text -> text.contains(
                        "Somebody changed GREETING in production meanwhile: " + "it was \"Hello\" and is \"Moin\".")));
        assertThat(host.pullRequest(pull.ref()))
                .map(PullRequest::mergeability)
                .contains(PullRequest.Mergeability.CONFLICTING);
    }

    private PullRequest propose(RepositoryRef repository, String wish) {
        List<PullRequest> before = host.pullRequests(repository, PullRequest.State.OPEN);
        callers.tokenOf("rosa", Role.TEAM_LEAD)
                .post("/api/v1/services/" + repository.name() + "/environments/production/configuration", wish);
        List<PullRequest> after = new ArrayList<>(host.pullRequests(repository, PullRequest.State.OPEN));
        after.removeIf(pull -> before.stream().anyMatch(each -> each.ref().equals(pull.ref())));
        return after.getFirst();
    }

    /** As soon as the writer has brought it up to date. */
    private void merge(PullRequest pull) {
        await().until(() -> isClean(host.pullRequest(pull.ref()).orElseThrow()));
        PullRequest current = host.pullRequest(pull.ref()).orElseThrow();
        assertThat(host.merge(pull.ref(), current.head(), Actor.system("test")))
                .isInstanceOf(MergeOutcome.Merged.class);
    }

    private static boolean isClean(PullRequest pull) {
        return pull.mergeability() == PullRequest.Mergeability.CLEAN;
    }

    private static String variable(String name, String value) {
        return "            - name: " + name + "\n              value: " + value + "\n";
    }

    @Test
    void saysWhenAVariableHasTheValueAlready() {
        sample.create("unchanged");

        var answer = callers.tokenOf("rosa", Role.TEAM_LEAD)
                .put(
                        "/api/v1/services/unchanged/environments/dev/configuration",
                        "{\"name\":\"GREETING\",\"value\":\"Hello\"}");

        assertThat(answer.body()).contains("\"status\":\"unchanged\"");
    }

    @Test
    void namesEverythingWrongWithAWish() {
        sample.create("misspelt");

        var answer = callers.tokenOf("rosa", Role.TEAM_LEAD)
                .post("/api/v1/services/misspelt/environments/prodction/configuration", "{\"name\":\"1X\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\\\"1X\\\"", "Did you mean \\\"production\\\"?");
        assertThat(callers.tokenOf("rosa").get("/api/v1/services/mispelt").body())
                .contains("Did you mean \\\"misspelt\\\"?");
    }

    @Test
    void letsOnlyTheTeamChangeOrDelete() {
        sample.create("guarded");
        Caller viewer = callers.tokenOf("passer-by", Role.VIEWER);

        assertThat(viewer.post(
                                "/api/v1/services/guarded/environments/dev/configuration",
                                "{\"name\":\"GREETING\",\"value\":\"Ahoy\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.post("/api/v1/services/guarded/deletion", "{\"confirm\":\"guarded\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void deletesAServiceByTwoCommits() {
        RepositoryRef repository = sample.create("ended");
        Caller rosa = callers.tokenOf("rosa", Role.TEAM_LEAD);

        assertThat(rosa.post("/api/v1/services/ended/deletion", "{\"confirm\":\"endet\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(rosa.post("/api/v1/services/ended/deletion", "{\"confirm\":\"ended\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(rosa.post("/api/v1/services/ended/environments/production/promotions", "{}")
                        .body())
                .contains("is being deleted");

        awaitEnd(new ServiceName("ended"));
        assertThat(names.find(new ServiceName("ended"))).isEmpty();
        assertThat(host.repository(repository)).map(HostedRepository::archived).contains(true);
        var tip = content.resolve(properties.repository(), "refs/heads/main").orElseThrow();
        var platform = content.snapshot(properties.repository(), tip);
        assertThat(platform.isDirectory("applications/ended")).isFalse();
        assertThat(platform.isDirectory("clusters/hub/routing/ended")).isFalse();
        List<Commit> commits = commits("applications/ended");
        assertThat(commits.stream().filter(each -> each.trailers().containsKey("Slipway-Change")))
                .extracting(Commit::subject)
                .containsExactly("Delete ended", "Let ended take along what it made");
        assertThat(content.snapshot(properties.repository(), commits.get(1).id())
                        .text("applications/ended/production.yaml")
                        .orElseThrow())
                .contains("resources-finalizer.argocd.argoproj.io");
        assertThat(callers.browserOf("rosa").get("/services/ended").body())
                .contains("ended is gone", "Its repository is archived and keeps the name");
        assertThat(names.check(new ServiceName("ended"), new TeamName("red")))
                .extracting(Problem::message)
                .containsExactly("The archived repository \"acme/ended\" keeps this name, "
                        + "so that its history stays where it was.");
    }

    @Test
    void takesStepsAgainThatAKilledProcessDidNotRemember() {
        RepositoryRef repository = sample.create("forgotten");
        ServiceName service = new ServiceName("forgotten");
        callers.tokenOf("rosa", Role.TEAM_LEAD)
                .post("/api/v1/services/forgotten/deletion", "{\"confirm\":\"forgotten\"}");
        awaitEnd(service);
        List<Commit> before = commits("applications/forgotten");

        database.sql("update services_deletions set state = 'MARKING', finished_at = null where service = 'forgotten'")
                .update();

        awaitEnd(service);
        assertThat(commits("applications/forgotten")).isEqualTo(before);
        assertThat(host.repository(repository)).map(HostedRepository::archived).contains(true);
    }

    private void awaitEnd(ServiceName service) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> services.deletion(service)
                        .filter(each -> each.state() == Deletion.State.SUCCEEDED)
                        .isPresent());
    }

    private List<Commit> commits(String path) {
        var tip = content.resolve(properties.repository(), "refs/heads/main").orElseThrow();
        return content.log(properties.repository(), tip, null, path, 10);
    }
}
