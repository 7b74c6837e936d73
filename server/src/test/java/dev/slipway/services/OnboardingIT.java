package dev.slipway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.git.CommitStatus;
import dev.slipway.git.GitCommandLine;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeOutcome;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RemoteGit;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.Overrides;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.ServiceNames;
import dev.slipway.services.Onboarding.State;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services that existed before, from another Git server; the test plays the part of the checks. */
@WithServices
@TestPropertySource(properties = "slipway.import.hosts=127.0.0.1")
class OnboardingIT {

    private static final String MAIN = """
            class Main {
                public static void main(String[] arguments) {
                    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "9000"));
                    String alive = "/healthz";
                }
            }
            """;

    @Autowired
    Callers callers;

    @Autowired
    Onboardings onboardings;

    @Autowired
    ServiceNames names;

    @Autowired
    Platforms platforms;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    @Autowired
    PlatformProperties properties;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private final String name =
            "b-" + UUID.randomUUID().toString().substring(0, 8).replaceAll("-$", "x");
    private RemoteGit remote;
    private Caller rosa;

    @BeforeEach
    void startTheOtherServer() {
        remote = new RemoteGit(directory);
        rosa = callers.tokenOf("rosa", Role.TEAM_LEAD);
        await().atMost(Duration.ofMinutes(2)).until(() -> platforms.find().isPresent());
    }

    @AfterEach
    void stopTheOtherServer() {
        remote.close();
    }

    private RepositoryRef repository() {
        return new RepositoryRef(properties.organisation(), name);
    }

    private GitCommandLine existing() {
        GitCommandLine work = remote.checkout(name);
        work.commit("src/main/java/Main.java", MAIN, "Begin");
        work.commit("CODEOWNERS", "* @somebody\n", "Say who owns it");
        work.run("push", "-q", "origin", "main");
        return work;
    }

    private JsonNode begin(String more) {
        var answer = rosa.post(
                "/api/v1/onboardings",
                "{\"source\":\"" + remote.url(name) + "\",\"team\":\"red\",\"name\":\"" + name + "\"" + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    private Onboarding awaitState(JsonNode begun, State state) {
        OnboardingId id = OnboardingId.parse(begun.get("id").asString());
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            Onboarding now = onboardings.find(id).orElseThrow();
            assertThat(now.state()).as(now.message()).isEqualTo(state);
        });
        return onboardings.find(id).orElseThrow();
    }

    private PullRequest pull(PullRequestRef ref) {
        return host.pullRequest(ref).orElseThrow();
    }

    private void passChecks(PullRequestRef ref) {
        PullRequest pull = pull(ref);
        host.protection(ref.repository(), "main")
                .orElseThrow()
                .requiredChecks()
                .forEach(check -> host.setStatus(
                        ref.repository(),
                        pull.head(),
                        new CommitStatus(check, CommitStatus.State.SUCCESS, "by hand", null)));
    }

    /** Slipway's own checks may take back in between what was set by hand. */
    private void merge(PullRequestRef ref) {
        await().untilAsserted(() -> {
            passChecks(ref);
            assertThat(host.merge(ref, pull(ref).head(), new Actor.Person("rosa")))
                    .isInstanceOf(MergeOutcome.Merged.class);
        });
    }

    private Snapshot main(RepositoryRef repository) {
        return content.snapshot(
                repository, content.resolve(repository, "refs/heads/main").orElseThrow());
    }

    @Test
    void bringsAServiceByTwoPullRequestsAndTouchesNothing() {
        String head = existing().head();

        Onboarding waiting = awaitState(begin(""), State.MERGING);

        assertThat(content.resolve(repository(), "main").orElseThrow().value()).isEqualTo(head);
        PullRequest own = pull(waiting.serviceChange());
        assertThat(own.author()).isEqualTo("rosa");
        assertThat(own.body())
                .contains("plain Java", "`src/main/java/Main.java:3`", "`9000`", "`CODEOWNERS` is there already");
        Snapshot proposed = content.snapshot(repository(), own.head());
        assertThat(proposed.text("deploy/base/deployment.yaml").orElseThrow())
                .contains("containerPort: 9000", "path: /healthz", "runAsNonRoot: true")
                .doesNotContain("prometheus");
        assertThat(proposed.text("deploy/overlays/dev/environment.yaml").orElseThrow())
                .doesNotContain("GREETING");
        assertThat(proposed.objectId("src")).isEqualTo(main(repository()).objectId("src"));
        assertThat(proposed.text("CODEOWNERS")).contains("* @somebody\n");

        passChecks(waiting.platformChange());
        assertThat(pull(waiting.platformChange()).state()).isEqualTo(PullRequest.State.OPEN);
        merge(waiting.serviceChange());
        awaitState(JsonMapper.shared().readTree("{\"id\":\"" + waiting.id() + "\"}"), State.SUCCEEDED);

        assertThat(main(properties.repository()).list("applications/" + name)).hasSize(3);
        assertThat(host.protection(repository(), "main").orElseThrow().requiredChecks())
                .containsExactly("slipway/build");
        assertThat(rosa.get("/api/v1/onboardings/" + waiting.id()).body()).contains("\"SUCCEEDED\"");
    }

    @Test
    void waitsForALookWhenOneIsWanted() {
        existing();
        JsonNode begun = begin(",\"review\":true,\"production\":false");
        Onboarding seen = awaitState(begun, State.REVIEWING);
        Caller browser = callers.browserOf("rosa");
        String page = "/onboard/" + seen.id();
        assertThat(browser.get(page).body())
                .contains("Propose it", "src/main/java/Main.java:3", "deploy/base/service.yaml");

        assertThat(browser.submit(page, page + "/proposal", Map.of("port", "x", "health", "up"))
                        .body())
                .contains("is no port");
        assertThat(browser.submit(page, page + "/proposal", Map.of("port", "9191", "health", "/up"))
                        .statusCode())
                .isEqualTo(302);

        Onboarding waiting = awaitState(begun, State.MERGING);
        Snapshot proposed =
                content.snapshot(repository(), pull(waiting.serviceChange()).head());
        assertThat(proposed.text("deploy/base/deployment.yaml").orElseThrow())
                .contains("containerPort: 9191", "path: /up");
        assertThat(proposed.isDirectory("deploy/overlays/production")).isFalse();
        assertThat(browser.get(page).body())
                .contains("The two pull requests", "Declaration in the platform repository");
    }

    @Test
    void proposesManifestsThatRenderForWhatNothingIsKnownOf() {
        GitCommandLine work = remote.checkout(name);
        work.commit("main.go", "package main\n", "Begin");
        work.commit("go.mod", "module billing\n", "Name it");
        work.run("push", "-q", "origin", "main");

        Onboarding waiting = awaitState(begin(""), State.MERGING);

        Snapshot proposed =
                content.snapshot(repository(), pull(waiting.serviceChange()).head());
        for (String overlay : List.of("dev", "staging", "production", "preview")) {
            String text = Kustomize.render(proposed, "deploy/overlays/" + overlay, Overrides.none())
                    .text();
            assertThat(text)
                    .as(overlay)
                    .contains(
                            "tcpSocket",
                            "runAsNonRoot: true",
                            "allowPrivilegeEscalation: false",
                            "type: RuntimeDefault")
                    .doesNotContain("httpGet", "prometheus");
        }
        assertThat(proposed.text(".slipway/build.yaml").orElseThrow()).contains("by: elsewhere");
        assertThat(pull(waiting.serviceChange()).body()).contains("POST /api/v1/builds", "**assumed**");
        assertThat(host.protection(repository(), "main").orElseThrow().requiredChecks())
                .isEmpty();
    }

    @Test
    void takesEverythingBackWhenTheProposalIsClosedAndCanBeginAgain() {
        existing();
        JsonNode begun = begin("");
        Onboarding waiting = awaitState(begun, State.MERGING);

        host.close(waiting.serviceChange(), new Actor.Person("rosa"));

        assertThat(awaitState(begun, State.FAILED).message()).contains("was closed");
        assertThat(pull(waiting.platformChange()).state()).isEqualTo(PullRequest.State.CLOSED);
        assertThat(names.find(new ServiceName(name))).isEmpty();
        var again = rosa.post("/api/v1/onboardings", "{\"source\":\"" + name + "\",\"team\":\"red\"}");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        Onboarding second = awaitState(JsonMapper.shared().readTree(again.body()), State.MERGING);
        assertThat(second.origin()).isEqualTo(Onboarding.Origin.HERE);
        assertThat(second.serviceChange()).isNotEqualTo(waiting.serviceChange());
    }

    @Test
    void takesStepsAgainThatAKilledProcessDidNotRemember() {
        existing();
        JsonNode begun = begin("");
        Onboarding waiting = awaitState(begun, State.MERGING);

        database.sql("update services_onboardings set state = 'IMPORTING', default_branch = null where id = ?")
                .param(waiting.id().value())
                .update();

        Onboarding again = awaitState(begun, State.MERGING);
        assertThat(again.serviceChange()).isEqualTo(waiting.serviceChange());
        assertThat(again.platformChange()).isEqualTo(waiting.platformChange());
        assertThat(content.refs(repository()).keySet()).noneMatch(ref -> ref.contains("import"));
        assertThat(host.pullRequests(repository(), (PullRequest.State) null)).hasSize(1);
    }

    @Test
    void takesAHistoryThatIsPushed() {
        GitCommandLine work = existing();
        var answer = rosa.post("/api/v1/onboardings", "{\"team\":\"red\",\"name\":\"" + name + "\"}");
        JsonNode begun = JsonMapper.shared().readTree(answer.body());
        awaitState(begun, State.RECEIVING);

        String token = callers.token("rosa", Set.<Permission>of());
        work.run(
                "push",
                "-q",
                "http://rosa:" + token + "@127.0.0.1:" + callers.address().getPort() + "/git/" + repository() + ".git",
                "HEAD:refs/heads/main");

        assertThat(awaitState(begun, State.MERGING).files()).isNotEmpty();
    }

    @Test
    void takesBackWhatWasCancelled() {
        existing();
        JsonNode begun = begin(",\"review\":true");
        Onboarding seen = awaitState(begun, State.REVIEWING);

        rosa.post("/api/v1/onboardings/" + seen.id() + "/cancel", "{}");

        awaitState(begun, State.CANCELLED);
        assertThat(host.repository(repository())).isEmpty();
        assertThat(names.find(new ServiceName(name))).isEmpty();
    }

    @Test
    void saysEverythingThatStandsAgainstAWish() {
        var answer = rosa.post(
                "/api/v1/onboardings",
                "{\"source\":\"https://rosa:sesame@git.example.org/x.git\",\"name\":\"Bad_Name\",\"team\":\"rde\",\"replicas\":1,\"port\":70000,\"health\":\"up\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("credentials", "Bad_Name", "1 replicas", "70000", "is no path")
                .doesNotContain("sesame");
    }

    @Test
    void makesNothingOfWhatCannotBeFetched() {
        remote.create(name + "-empty");

        refused(remote.url(name + "-empty"), "has no branch");
        refused(remote.url(name + "-nowhere"), "no Git repository");
        refused(remote.url(name).replace("127.0.0.1", "localhost"), "private network");
        refused("file:///etc/" + name, "are not fetched");
        refused(directory.toString(), "no address");
        refused(name + "-typo", "There is no repository");

        assertThat(host.repository(repository())).isEmpty();
        assertThat(names.find(new ServiceName(name))).isEmpty();
    }

    private void refused(String source, String words) {
        var answer = rosa.post(
                "/api/v1/onboardings", "{\"source\":\"" + source + "\",\"team\":\"red\",\"name\":\"" + name + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void letsNobodyTakeATeamOrARepositoryThatIsNotTheirs() {
        existing();
        var team = callers.tokenOf("bob", Role.VIEWER)
                .post(
                        "/api/v1/onboardings",
                        "{\"source\":\"" + remote.url(name) + "\",\"team\":\"red\",\"name\":\"" + name + "\"}");
        host.create(repository(), "Nobody's", Actor.system("test"));
        var repository = callers.tokenOf("rene", Role.VIEWER)
                .post("/api/v1/onboardings", "{\"source\":\"" + repository() + "\",\"team\":\"red\"}");

        assertThat(team.statusCode()).isEqualTo(403);
        assertThat(repository.statusCode()).as(repository.body()).isIn(400, 403);
        assertThat(names.find(new ServiceName(name))).isEmpty();
    }

    @Test
    void showsTheFormWithWhatWasTypedAndWhatIsWrong() {
        Caller browser = callers.browserOf("rosa");
        assertThat(browser.get("/create").body()).contains("href=\"/onboard\"");

        var answer = browser.submit(
                "/onboard",
                "/onboard",
                Map.of("source", "ssh://git@example.org/x.git", "team", "red", "replicas", "3"));

        assertThat(answer.body())
                .contains("value=\"ssh://git@example.org/x.git\"", "are not fetched", "slipway onboard");
    }
}
