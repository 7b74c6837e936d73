package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Comment;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the required check says of pull requests to the platform repository, with real Git, writer and golden path. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,desiredstate",
            "slipway.sample=true"
        })
class DesiredStateCheckIT {

    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    private static final ServiceName SERVICE = new ServiceName("pricing-api");
    private static final String PRODUCTION = "applications/pricing-api/production.yaml";
    private static final Actor PAULA = new Actor.Person("paula");

    @Autowired
    Callers callers;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Autowired
    DesiredState desired;

    @BeforeEach
    void declareTheServiceOnce() {
        var rosa = callers.client(callers.token("rosa", Set.of()));
        await(() -> Optional.of(rosa.get("/api/v1/templates").body()).filter(body -> body.contains("java-service")));
        rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"pricing-api\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        await(() -> desired.find(SERVICE, new EnvironmentName("production")));
    }

    @Test
    void declaresAServiceInEachEnvironmentWithoutAReleaseAndWithoutAProblem() {
        List<DesiredApplication> applications = desired.current().orElseThrow().of(SERVICE);

        assertThat(applications).hasSize(3).allSatisfy(application -> {
            assertThat(application.problems()).isEmpty();
            assertThat(application.currentRelease()).isEmpty();
            assertThat(application.automated()).isFalse();
            assertThat(application.objects()).isNotEmpty();
        });
    }

    @Test
    void refusesAReleaseThatComesToProductionBesideItsGates() {
        PullRequest pull = propose(PRODUCTION, text -> text.replace("enabled: false", "enabled: true"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comment(pull)).contains(PRODUCTION);
    }

    @Test
    void namesFileAndLineOfABrokenDefinition() {
        PullRequest pull = propose("platform.yaml", text -> text.replace("trigger: manual", "trigger: maual"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comment(pull)).containsPattern("platform\\.yaml:\\d+");
    }

    @Test
    void namesFileAndLineOfATemplateThatNobodyCouldUse() {
        PullRequest pull = propose(
                "templates/java-service/template.yaml", text -> text.replaceFirst("fetch:template", "fetch:tmplate"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comment(pull))
                .containsPattern("templates/java-service/template\\.yaml:\\d+")
                .contains("fetch:tmplate", "fetch:template");
    }

    @Test
    void refusesAnApplicationOutsideItsProject() {
        PullRequest pull = propose(
                "applications/pricing-api/dev.yaml", text -> text.replace("namespace: red-dev", "namespace: blue-dev"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comment(pull)).contains("blue-dev");
    }

    @Test
    void namesFileAndLineOfARouteThatWouldEnd() {
        PullRequest pull = propose(
                "clusters/hub/routing/pricing-api/dev.yaml",
                text -> text.replace("host: shared-dev.internal", "host: shared-dve.internal"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(comment(pull))
                .containsPattern("clusters/hub/routing/pricing-api/dev\\.yaml:\\d+")
                .contains("there is no ServiceEntry in hub for shared-dve.internal");
    }

    @Test
    void onlySaysWhatMayBeRightElsewhere() {
        PullRequest pull = propose(
                "clusters/hub/routing/pricing-api/dev.yaml",
                text -> text.replace("    - route:", "    - mirror: {host: elsewhere}\n      route:"));

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(status(pull).description()).startsWith("Everything renders, 1 to look at");
        assertThat(comment(pull)).contains("Worth a look").contains("\"mirror\" is not executed");
    }

    @Test
    void passesWhatChangesNothingThatIsGuarded() {
        PullRequest pull = propose("README.md", text -> text + "\nMore words.\n");

        assertThat(status(pull).state()).isEqualTo(CommitStatus.State.SUCCESS);
    }

    private PullRequest propose(String file, UnaryOperator<String> change) {
        CommitId tip = git.resolve(PLATFORM, "refs/heads/main").orElseThrow();
        Snapshot snapshot = git.snapshot(PLATFORM, tip);
        String before = snapshot.text(file).orElseThrow();
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        String branch = "test-" + UUID.randomUUID();
        git.push(
                PLATFORM,
                new BranchUpdate(
                        branch,
                        null,
                        tip,
                        List.of(new NewCommit(
                                List.of(new FileChange.Put(file, FileContent.text(after))),
                                "Change " + file,
                                new Commit.Person("paula", "paula@example.com")))));
        return host.open(new NewPullRequest(PLATFORM, branch, "main", "Change " + file, ""), PAULA);
    }

    private CommitStatus status(PullRequest pull) {
        return await(() -> host.statuses(PLATFORM, pull.head()).stream()
                .filter(status -> status.context().equals("slipway/desired-state"))
                .filter(status -> status.state() != CommitStatus.State.PENDING)
                .findFirst());
    }

    private String comment(PullRequest pull) {
        return host.comments(pull.ref()).stream().map(Comment::markdown).collect(Collectors.joining("\n"));
    }

    private static <T> T await(Supplier<Optional<T>> value) {
        Instant latest = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(Instant.now()).as("waited for 60 s").isBefore(latest);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
