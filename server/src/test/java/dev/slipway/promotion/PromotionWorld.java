package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.builds.Provenance;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A service of its own for each test, with real Git, writer, desired state and golden path; clock, builds and cluster are the test's. */
@SlipwayTest
@Import(ObedientCluster.class)
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,desiredstate,promotion",
            "slipway.sample=true"
        })
abstract class PromotionWorld {

    static final EnvironmentName DEV = new EnvironmentName("dev");
    static final EnvironmentName STAGING = new EnvironmentName("staging");
    static final EnvironmentName PRODUCTION = new EnvironmentName("production");
    static final Actor REN = new Actor.Person("ren");
    static final Actor REMY = new Actor.Person("remy");
    static final Actor ROSA = new Actor.Person("rosa");
    private static final AtomicInteger SERVICES = new AtomicInteger();

    @Autowired
    Callers callers;

    @Autowired
    GitContent git;

    @Autowired
    GitHost host;

    @Autowired
    DesiredState desired;

    @Autowired
    Promotions promotions;

    @Autowired
    ObedientCluster.StandingClock clock;

    @Autowired
    ObedientCluster.RecordedBuilds builds;

    @Autowired
    ObedientCluster.Engine cluster;

    @Autowired
    ObedientCluster.ImageStore images;

    @Autowired
    ObedientCluster.Departing departing;

    @Autowired
    ObedientCluster.Told told;

    ServiceName service;
    RepositoryRef repository;

    @BeforeEach
    void createAService() {
        cluster.silent = false;
        service = new ServiceName("flow" + SERVICES.incrementAndGet());
        repository = new RepositoryRef("acme", service.value());
        var rosa = callers.client(callers.token("rosa", Set.of()));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> rosa.get("/api/v1/templates").body().contains("java-service"));
        rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"" + service + "\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> desired.find(service, PRODUCTION).isPresent());
    }

    CommitId toStaging(String what, char digit) {
        CommitId commit = build(commit(what), digit);
        awaitLive(DEV, commit);
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, commit);
        return commit;
    }

    CommitId commit(String what) {
        return push(repository, "notes.txt", what);
    }

    CommitId push(RepositoryRef onto, String file, String text) {
        return push(onto, file, new FileChange.Put(file, FileContent.text(text)));
    }

    CommitId remove(RepositoryRef from, String file) {
        return push(from, file, new FileChange.Remove(file));
    }

    private CommitId push(RepositoryRef onto, String file, FileChange change) {
        return push(onto, List.of(change), "Change " + file);
    }

    CommitId push(RepositoryRef onto, List<FileChange> changes, String message) {
        return push(onto, changes, message, REN);
    }

    CommitId push(RepositoryRef onto, List<FileChange> changes, String message, Actor pusher) {
        CommitId head = git.resolve(onto, "refs/heads/main").orElseThrow();
        PushOutcome outcome = git.push(
                onto,
                BranchUpdate.onto(
                        "main",
                        head,
                        List.of(new NewCommit(changes, message, new Commit.Person("rosa", "rosa@example.com")))));
        CommitId commit = ((PushOutcome.Pushed) outcome).commits().getLast();
        host.attribute(onto, List.of(commit), pusher);
        return commit;
    }

    CommitId build(CommitId commit, char digit) {
        String image = "registry.localhost/acme/" + service;
        ImageDigest digest = new ImageDigest("sha256:" + String.valueOf(digit).repeat(64));
        builds.record(repository, commit, Map.of(image, digest), new Provenance("test", "none", Map.of()), REN);
        return commit;
    }

    void awaitLive(EnvironmentName environment, CommitId commit) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> promotions.history(service, environment, 1).stream()
                        .anyMatch(promotion -> promotion.release().commit().equals(commit)
                                && promotion.state() == PromotionState.SUCCEEDED));
        assertThat(live(environment).orElseThrow().commit()).isEqualTo(commit);
    }

    Optional<Release> live(EnvironmentName environment) {
        return desired.find(service, environment).flatMap(DesiredApplication::currentRelease);
    }

    EnvironmentStanding standing(EnvironmentName environment) {
        return promotions.standings(service).stream()
                .filter(standing -> standing.environment().equals(environment))
                .findFirst()
                .orElseThrow();
    }

    PromotionState state(Promotion promotion) {
        return promotions.find(promotion.id()).orElseThrow().state();
    }

    GateVerdict gate(Promotion promotion, String gate) {
        return promotions.find(promotion.id()).orElseThrow().gates().stream()
                .filter(verdict -> verdict.gate().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    GateVerdict.Verdict verdict(Promotion promotion, String gate) {
        return promotions.find(promotion.id()).orElseThrow().gates().stream()
                .filter(verdict -> verdict.gate().equals(gate))
                .map(GateVerdict::verdict)
                .findFirst()
                .orElse(GateVerdict.Verdict.UNKNOWN);
    }
}
