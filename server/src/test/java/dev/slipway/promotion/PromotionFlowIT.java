package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.builds.Provenance;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.NamedImages;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Promotions with real Git, writer, desired state and golden path; the clock, the builds and the cluster are the test's. */
@SlipwayTest
@Import(ObedientCluster.class)
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,desiredstate,promotion",
            "slipway.sample=true"
        })
class PromotionFlowIT {

    private static final EnvironmentName DEV = new EnvironmentName("dev");
    private static final EnvironmentName STAGING = new EnvironmentName("staging");
    private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
    private static final Actor REN = new Actor.Person("ren");
    private static final Actor REMY = new Actor.Person("remy");
    private static final AtomicInteger SERVICES = new AtomicInteger();

    @Autowired
    Callers callers;

    @Autowired
    GitContent git;

    @Autowired
    GitHost host;

    @Autowired
    Platforms platforms;

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
    ImagesInUse inUse;

    @Autowired
    NamedImages named;

    private ServiceName service;
    private RepositoryRef repository;

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

    @Test
    void deploysABuildOfMainToDevAtOnceAndNowhereElse() {
        CommitId commit = build(commit("one"), '1');

        awaitLive(DEV, commit);

        assertThat(live(STAGING)).isEmpty();
    }

    @Test
    void anOlderBuildThatFinishesLaterIsNotDeployed() {
        CommitId older = commit("older");
        CommitId newer = build(commit("newer"), '2');
        awaitLive(DEV, newer);

        build(older, '1');
        clock.advance(Duration.ofSeconds(1));
        CommitId newest = build(commit("newest"), '3');
        awaitLive(DEV, newest);

        assertThat(promotions.history(service, DEV, 10))
                .extracting(promotion -> promotion.release().commit())
                .doesNotContain(older);
    }

    @Test
    void stagingFollowsOnlyAfterAMinuteOfHealth() {
        CommitId commit = build(commit("one"), '1');
        awaitLive(DEV, commit);
        await().until(() -> promotions.history(service, STAGING, 1).stream()
                .anyMatch(promotion -> promotion.message().contains("Healthy for 0s of 1m")));
        assertThat(live(STAGING)).isEmpty();

        clock.advance(Duration.ofSeconds(61));

        awaitLive(STAGING, commit);
    }

    @Test
    void nothingMovesWhileTheClusterSaysNothing() {
        CommitId commit = build(commit("one"), '1');
        awaitLive(DEV, commit);
        cluster.silent = true;
        clock.advance(Duration.ofHours(1));

        await().until(() -> promotions.standings(service).stream()
                .anyMatch(standing -> standing.environment().equals(STAGING)
                        && standing.explanation().contains("has not reported")));

        assertThat(live(STAGING)).isEmpty();
    }

    @Test
    void anApprovalOfOneReleaseDoesNotCountForTheNext() {
        CommitId first = toStaging("first", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        promotions.approve(promotion.id(), "fine", REMY);
        CommitId second = toStaging("second", '2');
        await().until(() -> state(promotion) == PromotionState.SUPERSEDED);

        Promotion next = promotions.request(service, PRODUCTION, null, REN);
        clock.advance(Duration.ofMinutes(11));
        await().until(() -> verdict(next, "health") == GateVerdict.Verdict.PASS);

        assertThat(verdict(next, "approval")).isEqualTo(GateVerdict.Verdict.WAITING);
        assertThat(live(PRODUCTION)).isEmpty();
        promotions.approve(next.id(), "fine, too", REMY);
        awaitLive(PRODUCTION, second);
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void whoAskedMayNotApprove() {
        toStaging("one", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REMY);

        assertThatThrownBy(() -> promotions.approve(promotion.id(), "", REMY))
                .hasMessageContaining("\"remy\" asked for this promotion");
    }

    @Test
    void aRollbackIsNotUndoneByAnythingAutomatic() {
        CommitId good = build(commit("good"), '1');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '2');
        awaitLive(DEV, bad);

        promotions.rollBack(service, DEV, "it is bad", REN);
        awaitLive(DEV, good);
        CommitId next = build(commit("next"), '3');
        await().until(() -> standing(DEV).explanation().contains("On hold"));
        assertThat(live(DEV).orElseThrow().commit()).isEqualTo(good);

        promotions.liftHold(service, DEV, "the next one is good", new Actor.Person("rosa"));
        awaitLive(DEV, next);
        assertThatThrownBy(() -> promotions.rollBack(service, STAGING, "why not", REN))
                .hasMessageContaining("Nothing is released in staging yet");
    }

    @Test
    void aRollbackToAReleaseWhoseImageWasRemovedIsRefusedAndNothingIsHeld() {
        CommitId good = build(commit("good"), '7');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '8');
        awaitLive(DEV, bad);
        images.removed.add(new ImageDigest("sha256:" + "7".repeat(64)));

        assertThatThrownBy(() -> promotions.rollBack(service, DEV, "it is bad", REN))
                .hasMessageContaining("\"registry.localhost/acme/" + service + "\" was removed");

        assertThat(standing(DEV).hold()).isNull();
        images.removed.clear();
        promotions.rollBack(service, DEV, "it is bad", REN);
        awaitLive(DEV, good);
    }

    @Test
    void whatRunsAndWhatCouldBeRolledBackToIsInUse() {
        CommitId good = build(commit("good"), '4');
        awaitLive(DEV, good);
        CommitId next = build(commit("next"), '5');
        awaitLive(DEV, next);

        assertThat(inUse.inUse())
                .isInstanceOfSatisfying(
                        ImagesInUse.Known.class,
                        known -> assertThat(known.digests())
                                .contains(
                                        new ImageDigest("sha256:" + "4".repeat(64)),
                                        new ImageDigest("sha256:" + "5".repeat(64))));
        assertThat(named.named(NamedImages.Reach.HISTORY))
                .isInstanceOfSatisfying(
                        NamedImages.Known.class,
                        known -> assertThat(known.digests()).contains(new ImageDigest("sha256:" + "4".repeat(64))));
        assertThat(named.named(NamedImages.Reach.TIP))
                .isInstanceOfSatisfying(
                        NamedImages.Known.class,
                        known -> assertThat(known.digests()).contains(new ImageDigest("sha256:" + "5".repeat(64))));
    }

    @Test
    void aRollbackWhoseRevertConflictsWritesTheReleaseBefore() {
        CommitId good = build(commit("good"), '1');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '2');
        awaitLive(DEV, bad);
        String file = "applications/" + service + "/dev.yaml";
        RepositoryRef platform = new RepositoryRef("acme", "platform");
        CommitId tip = git.resolve(platform, "refs/heads/main").orElseThrow();
        String text = git.snapshot(platform, tip).text(file).orElseThrow();
        push(platform, file, text.replaceFirst("(targetRevision: .*)", "$1 # looked at by hand"));
        await().until(() -> desired.current()
                .orElseThrow()
                .commit()
                .equals(git.resolve(platform, "main").orElseThrow()));

        promotions.rollBack(service, DEV, "it is bad", REN);

        awaitLive(DEV, good);
        CommitId now = git.resolve(platform, "refs/heads/main").orElseThrow();
        assertThat(git.snapshot(platform, now).text(file).orElseThrow()).contains("# looked at by hand");
    }

    @Test
    void aPublishedVersionPromotesTheReleaseOfItsCommitThroughTheGates() {
        promoteToProductionOnRelease();
        CommitId commit = toStaging("one", '1');
        publish("v1.2.0-rc.1", commit, "ren");
        await().until(() -> standing(PRODUCTION).explanation().contains("publish vX.Y.Z of commit"));

        publish("v1.2.0", commit, "ren");

        await().until(() -> standing(PRODUCTION).open() != null);
        Promotion promotion = promotions.history(service, PRODUCTION, 1).getFirst();
        assertThat(promotion.requestedBy()).isEqualTo("ren");
        promotions.approve(promotion.id(), "fine", REMY);
        assertThat(live(PRODUCTION)).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        awaitLive(PRODUCTION, commit);
    }

    @Test
    void aVersionOfSomebodyWhoMayNotPromoteMovesNothing() {
        promoteToProductionOnRelease();
        CommitId commit = toStaging("one", '1');

        publish("v1.0.0", commit, "nobody");

        await().until(() -> standing(PRODUCTION).explanation().contains("\"nobody\", who may not promote"));
        assertThat(promotions.history(service, PRODUCTION, 1)).isEmpty();
    }

    private void promoteToProductionOnRelease() {
        RepositoryRef platform = new RepositoryRef("acme", "platform");
        CommitId tip = git.resolve(platform, "refs/heads/main").orElseThrow();
        String text = git.snapshot(platform, tip).text("platform.yaml").orElseThrow();
        if (text.contains("trigger: manual")) {
            push(platform, "platform.yaml", text.replace("trigger: manual", "trigger: release"));
        }
        await().until(() -> platforms
                        .current()
                        .environment(PRODUCTION)
                        .orElseThrow()
                        .promotes()
                        .trigger()
                == PromotionRule.Trigger.RELEASE);
    }

    private void publish(String tag, CommitId commit, String account) {
        host.publishRelease(
                repository,
                new HostedRelease(tag, commit, tag, "", account, clock.instant()),
                new Actor.Person(account));
    }

    private CommitId toStaging(String what, char digit) {
        CommitId commit = build(commit(what), digit);
        awaitLive(DEV, commit);
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, commit);
        return commit;
    }

    private CommitId commit(String what) {
        return push(repository, "notes.txt", what);
    }

    private CommitId push(RepositoryRef onto, String file, String text) {
        CommitId head = git.resolve(onto, "refs/heads/main").orElseThrow();
        PushOutcome outcome = git.push(
                onto,
                BranchUpdate.onto(
                        "main",
                        head,
                        List.of(new NewCommit(
                                List.of(new FileChange.Put(file, FileContent.text(text))),
                                "Change " + file,
                                new Commit.Person("rosa", "rosa@example.com")))));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    private CommitId build(CommitId commit, char digit) {
        String image = "registry.localhost/acme/" + service;
        ImageDigest digest = new ImageDigest("sha256:" + String.valueOf(digit).repeat(64));
        builds.record(repository, commit, Map.of(image, digest), new Provenance("test", "none", Map.of()), REN);
        return commit;
    }

    private void awaitLive(EnvironmentName environment, CommitId commit) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> promotions.history(service, environment, 1).stream()
                        .anyMatch(promotion -> promotion.release().commit().equals(commit)
                                && promotion.state() == PromotionState.SUCCEEDED));
        assertThat(live(environment).orElseThrow().commit()).isEqualTo(commit);
    }

    private Optional<Release> live(EnvironmentName environment) {
        return desired.find(service, environment).flatMap(DesiredApplication::currentRelease);
    }

    private EnvironmentStanding standing(EnvironmentName environment) {
        return promotions.standings(service).stream()
                .filter(standing -> standing.environment().equals(environment))
                .findFirst()
                .orElseThrow();
    }

    private PromotionState state(Promotion promotion) {
        return promotions.find(promotion.id()).orElseThrow().state();
    }

    private GateVerdict.Verdict verdict(Promotion promotion, String gate) {
        return promotions.find(promotion.id()).orElseThrow().gates().stream()
                .filter(verdict -> verdict.gate().equals(gate))
                .map(GateVerdict::verdict)
                .findFirst()
                .orElse(GateVerdict.Verdict.UNKNOWN);
    }
}
