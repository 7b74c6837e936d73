package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.desiredstate.NamedImages;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.HostedRelease;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.ServiceNames;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Promotions in the golden path's layout. */
class PromotionFlowIT extends PromotionWorld {

    @Autowired
    Platforms platforms;

    @Autowired
    ImagesInUse inUse;

    @Autowired
    NamedImages named;

    @Autowired
    ServiceNames names;

    @Autowired
    TransactionTemplate transaction;

    private static final Actor RUTH = new Actor.Person("ruth");
    private static final Actor PAULA = new Actor.Person("paula");

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
    void aReleaseThatRendersLikeTheOneBeforeIsHealthySinceItsOwnSync() {
        awaitLive(DEV, build(commit("one"), '1'));
        clock.advance(Duration.ofMinutes(10));

        CommitId same = build(commit("the same"), '1');

        awaitLive(DEV, same);
        assertThat(promotions.history(service, DEV, 1).getFirst().message())
                .isEqualTo("Live since " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ".");
        await().until(() -> promotions.history(service, STAGING, 1).stream()
                .anyMatch(promotion -> promotion.release().commit().equals(same)
                        && promotion.message().contains("Healthy for 0s of 1m")));
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, same);
    }

    @Test
    void openPagesAreToldWhatTheGatesSayThoughNothingMoves() {
        toStaging("one", '1');

        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);

        await().until(() -> told.gates(promotion.id()).contains(3));
        assertThat(state(promotion)).isEqualTo(PromotionState.RUNNING);
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
        promotions.approve(promotion.id(), null, "fine", REMY);
        CommitId second = toStaging("second", '2');
        await().until(() -> state(promotion) == PromotionState.SUPERSEDED);

        Promotion next = promotions.request(service, PRODUCTION, null, REN);
        clock.advance(Duration.ofMinutes(11));
        await().until(() -> verdict(next, "health") == GateVerdict.Verdict.PASS);

        assertThat(verdict(next, "approval")).isEqualTo(GateVerdict.Verdict.WAITING);
        assertThat(live(PRODUCTION)).isEmpty();
        promotions.approve(next.id(), null, "fine, too", REMY);
        awaitLive(PRODUCTION, second);
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void aSandboxWithoutMutualTlsIsCaughtAtTheGateOfProduction() {
        CommitId commit = push(repository, "deploy/dependencies.yaml", """
                apiVersion: slipway.dev/v1
                kind: Dependencies
                metadata: {name: %s}
                spec:
                  dependencies:
                    - name: payments
                      environments:
                        staging: {host: sandbox.payments.example, port: 80, tls: none}
                        production: {host: api.payments.example, port: 443, tls: mutual, credential: payments-client}
                """.formatted(service));
        awaitLive(DEV, build(commit, '1'));
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, commit);
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        promotions.approve(promotion.id(), null, "it ran in staging", REMY);
        clock.advance(Duration.ofMinutes(11));

        await().until(() -> verdict(promotion, "health") == GateVerdict.Verdict.PASS);
        await().until(() -> verdict(promotion, "parity") == GateVerdict.Verdict.FAIL);

        assertThat(live(PRODUCTION)).isEmpty();
        assertThat(gate(promotion, "parity").evidence())
                .extracting(GateVerdict.Evidence::value)
                .anyMatch(each -> each.contains("staging calls \"payments\" without TLS, production with mutual TLS"))
                .anyMatch(each -> each.contains("no container mounts Secret \"payments-client\""));
    }

    @Test
    void aReleaseThatDoesNotSayWhatItCallsIsNotKnownToBeAlike() {
        CommitId commit = remove(repository, "deploy/dependencies.yaml");
        awaitLive(DEV, build(commit, '1'));
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, commit);

        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);

        await().until(() ->
                promotions.find(promotion.id()).orElseThrow().gates().size() == 3);
        assertThat(gate(promotion, "parity").verdict()).isEqualTo(GateVerdict.Verdict.UNKNOWN);
        assertThat(gate(promotion, "parity").evidence())
                .extracting(GateVerdict.Evidence::value)
                .anyMatch(each -> each.contains("There is no deploy/dependencies.yaml"));
    }

    @Test
    void whatStagingRanBeforeIsRefusedAtOnce() {
        toStaging("first", '1');
        String first = live(STAGING).orElseThrow().id();
        toStaging("second", '2');
        String second = live(STAGING).orElseThrow().id();

        assertThatThrownBy(() -> promotions.request(service, PRODUCTION, first, REN))
                .hasMessageContaining("staging runs Release " + second + " now; promote that one instead");

        assertThat(promotions.history(service, PRODUCTION, 1)).isEmpty();
        assertThat(promotions.request(service, PRODUCTION, second, REN).state()).isEqualTo(PromotionState.RUNNING);
    }

    @Test
    void nothingIsPromotedOfAServiceThatIsBeingDeletedAndNothingWaitsForOneThatIsGone() {
        toStaging("one", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        transaction.executeWithoutResult(undone -> {
            names.release(service);
            assertThat(promotions.cancel(promotion.id(), REMY).state()).isEqualTo(PromotionState.CANCELLED);
            undone.setRollbackOnly();
        });

        departing.services.add(service);
        await().until(() -> state(promotion) == PromotionState.CANCELLED);
        assertThatThrownBy(() -> promotions.request(service, PRODUCTION, null, REN))
                .hasMessageContaining("\"" + service + "\" is being deleted");
        assertThatThrownBy(() -> promotions.rollBack(service, DEV, Rollback.because("too late"), REN))
                .hasMessageContaining("is being deleted");

        departing.services.remove(service);
        Promotion last = promotions.request(service, PRODUCTION, null, REN);
        names.release(service);
        await().until(() -> state(last) == PromotionState.CANCELLED);
        assertThat(promotions.find(last.id()).orElseThrow().message()).isEqualTo("\"" + service + "\" was deleted.");
    }

    @Test
    void whatWasWrittenBeforeItsServiceWasDeletedWasNotCancelled() {
        awaitLive(DEV, build(commit("good"), '1'));
        awaitLive(DEV, build(commit("bad"), '2'));

        Promotion rollback = promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
        names.release(service);
        await().until(() -> state(rollback).ended());

        Promotion ended = promotions.find(rollback.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(PromotionState.FAILED);
        assertThat(ended.commit()).isNotNull();
        assertThat(ended.message())
                .isEqualTo("Its commit was written, but was not seen live: \"" + service + "\" was deleted.");
    }

    @Test
    void whoAskedMayNotApprove() {
        toStaging("one", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REMY);

        assertThatThrownBy(() -> promotions.approve(promotion.id(), null, "", REMY))
                .hasMessageContaining("\"remy\" asked for this promotion");
    }

    @Test
    void whoMayNotApproveMayNotDoWithoutTheApprovalEither() {
        toStaging("one", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REMY);

        assertThatThrownBy(() -> promotions.override(promotion.id(), "approval", null, "in a hurry", REMY))
                .hasMessageContaining("You may not let \"approval\" pass: \"remy\" asked for this promotion");
        assertThat(promotions.overridable(promotion.id(), REMY)).containsExactly("health", "parity");
        await().until(() -> page(promotion, "remy").contains("override-health"));
        assertThat(page(promotion, "remy")).doesNotContain("override-approval");
        assertThat(page(promotion, "rosa")).doesNotContain("override-approval");
        assertThat(page(promotion, "paula")).contains("override-approval");

        promotions.override(promotion.id(), "approval", null, "in a hurry", PAULA);
        await().until(() -> verdict(promotion, "approval") == GateVerdict.Verdict.OVERRIDDEN);
    }

    @Test
    void nobodyWhoMightBeAnAuthorNobodyKnowsApproves() {
        CommitId head = git.resolve(repository, "refs/heads/main").orElseThrow();
        CommitId unknown = ((PushOutcome.Pushed) git.push(
                        repository,
                        BranchUpdate.onto(
                                "main",
                                head,
                                List.of(new NewCommit(
                                        List.of(new FileChange.Put("notes.txt", FileContent.text("who?"))),
                                        "Change notes",
                                        new Commit.Person("remy", "remy@example.com"))))))
                .commits()
                .getLast();
        awaitLive(DEV, build(unknown, '1'));
        clock.advance(Duration.ofSeconds(61));
        awaitLive(STAGING, unknown);
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);

        String why = "Nobody knows who pushed commit " + unknown.brief() + ". \"ruth\" may push to " + repository;
        callers.token("ruth", Set.of(), Role.TEAM_LEAD);
        assertThatThrownBy(() -> promotions.override(promotion.id(), "approval", null, "in a hurry", RUTH))
                .hasMessageContaining(why);
        await().until(() -> verdict(promotion, "approval") == GateVerdict.Verdict.WAITING);
        assertThat(gate(promotion, "approval").reason())
                .contains("Nobody knows who pushed commit " + unknown.brief())
                .contains("Only who may not push there can approve");
        assertThat(promotions.overridable(promotion.id(), PAULA)).contains("approval");

        promotions.approve(promotion.id(), null, "I may not push there", REMY);
        clock.advance(Duration.ofMinutes(11));
        awaitLive(PRODUCTION, unknown);
    }

    /** Nothing is known to be unused while a repository is missing, which is no world for other tests. */
    @Test
    @DirtiesContext
    void nobodyApprovesWhatCannotBeReadAnyMoreAndNoOtherServiceWaitsForIt() {
        toStaging("good", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);

        host.delete(repository, ROSA);

        await().until(() -> promotions.find(promotion.id()).orElseThrow().gates().stream()
                .anyMatch(each -> each.reason().contains("cannot be read any more")));
        assertThat(verdict(promotion, "approval")).isEqualTo(GateVerdict.Verdict.WAITING);
        assertThatThrownBy(() -> promotions.approve(promotion.id(), null, "", REMY))
                .hasMessageContaining("their authors are not known. Ask a platform engineer");
        assertThat(promotions.overridable(promotion.id(), PAULA)).contains("approval");

        createAService();
        awaitLive(DEV, build(commit("another"), '2'));
    }

    private String page(Promotion promotion, String account) {
        return callers.tokenOf(account).get("/promotions/" + promotion.id()).body();
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
    void aPublishedVersionPromotesTheReleaseOfItsCommitThroughTheGates() {
        promoteToProductionOnRelease();
        CommitId commit = toStaging("one", '1');
        publish("v1.2.0-rc.1", commit, "ren");
        await().until(() -> standing(PRODUCTION).explanation().contains("publish vX.Y.Z of commit"));

        publish("v1.2.0", commit, "ren");

        await().until(() -> standing(PRODUCTION).open() != null);
        Promotion promotion = promotions.history(service, PRODUCTION, 1).getFirst();
        assertThat(promotion.requestedBy()).isEqualTo("ren");
        promotions.approve(promotion.id(), null, "fine", REMY);
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
}
