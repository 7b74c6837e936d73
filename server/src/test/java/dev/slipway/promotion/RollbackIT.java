package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back, in the golden path's layout. */
class RollbackIT extends PromotionWorld {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void aRollbackIsNotUndoneByAnythingAutomatic() {
        CommitId good = build(commit("good"), '1');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '2');
        awaitLive(DEV, bad);

        Promotion rollback = promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
        awaitLive(DEV, good);
        assertThat(get("/promotions/" + rollback.id())).contains("<dt>Reason</dt>", "it is bad");
        assertThat(get("/api/v1/promotions/" + rollback.id())).contains("\"reason\":\"it is bad\"");
        CommitId next = build(commit("next"), '3');
        await().until(() -> standing(DEV).explanation().contains("On hold"));
        assertThat(live(DEV).orElseThrow().commit()).isEqualTo(good);

        promotions.liftHold(service, DEV, "the next one is good", ROSA);
        awaitLive(DEV, next);
        assertThatThrownBy(() -> promotions.rollBack(service, STAGING, Rollback.because("why not"), REN))
                .hasMessageContaining("Nothing is released in staging yet");
    }

    @Test
    void ofTheFirstReleaseNoWayBackIsOfferedAndAskingSaysWhy() {
        CommitId first = build(commit("first"), '1');
        awaitLive(DEV, first);
        assertThat(standing(DEV).first()).isTrue();
        var answer = callers.tokenOf("rosa")
                .post("/api/v1/services/" + service + "/environments/dev/rollback", "{\"reason\": \"it is bad\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("is the first in dev: there is nothing before it to go back to");

        awaitLive(DEV, build(commit("second"), '2'));
        assertThat(standing(DEV).first()).isFalse();

        promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
        awaitLive(DEV, first);
        assertThat(standing(DEV).first()).isTrue();
    }

    private String get(String path) {
        return callers.tokenOf("rosa").get(path).body();
    }

    @Test
    void everyRollbackGoesFurtherBackAndNoneToWhatARollbackLeft() {
        CommitId oldest = build(commit("oldest"), '1');
        awaitLive(DEV, oldest);
        CommitId good = build(commit("good"), '2');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '3');
        awaitLive(DEV, bad);
        String vetoed = live(DEV).orElseThrow().id();
        promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
        awaitLive(DEV, good);

        promotions.rollBack(service, DEV, Rollback.because("so is this"), REN);

        awaitLive(DEV, oldest);
        assertThat(Objects.requireNonNull(standing(DEV).hold()).reason())
                .isEqualTo("rolled back: it is bad; rolled back: so is this (ren)");
        assertThatThrownBy(() -> promotions.rollBack(service, DEV, Rollback.because("and this"), REN))
                .hasMessageContaining("is the first in dev: there is nothing before it to go back to");
        promotions.liftVeto(service, vetoed, "it was the network", ROSA);
        assertThatThrownBy(() -> promotions.rollBack(service, DEV, Rollback.because("and this"), REN))
                .hasMessageContaining("is the first in dev");
    }

    @Test
    void aRollbackPassesOverWhatWasVetoedElsewhere() {
        CommitId good = toStaging("good", '1');
        CommitId bad = toStaging("bad", '2');
        toStaging("next", '3');
        promotions.rollBack(service, DEV, Rollback.because("it is slow"), REN);
        awaitLive(DEV, bad);
        promotions.rollBack(service, DEV, Rollback.because("so is this"), REN);
        awaitLive(DEV, good);

        promotions.rollBack(service, STAGING, Rollback.because("it is slow"), REN);

        awaitLive(STAGING, good);
    }

    @Test
    void ofTwoRollbacksAtOnceOneIsToldOfTheOther() throws InterruptedException {
        awaitLive(DEV, build(commit("good"), '1'));
        awaitLive(DEV, build(commit("bad"), '2'));

        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Promotion> second = transaction.execute(_ -> {
                promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
                Future<Promotion> waiting = other.submit(
                        () -> promotions.rollBack(service, DEV, Rollback.because("it is bad indeed"), REMY));
                await().until(this::somethingWaitsForALock);
                return waiting;
            });

            assertThatThrownBy(second::get)
                    .hasCauseInstanceOf(PromotionException.class)
                    .hasMessageContaining("in dev began just now");
        }
    }

    private boolean somethingWaitsForALock() {
        return database.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aRollbackToAReleaseWhoseImageWasRemovedIsRefusedAndNothingIsHeld() {
        CommitId good = build(commit("good"), '7');
        awaitLive(DEV, good);
        CommitId bad = build(commit("bad"), '8');
        awaitLive(DEV, bad);
        images.removed.add(new ImageDigest("sha256:" + "7".repeat(64)));

        assertThatThrownBy(() -> promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN))
                .hasMessageContaining("\"registry.localhost/acme/" + service + "\" was removed");

        assertThat(standing(DEV).hold()).isNull();
        images.removed.clear();
        promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);
        awaitLive(DEV, good);
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

        promotions.rollBack(service, DEV, Rollback.because("it is bad"), REN);

        awaitLive(DEV, good);
        CommitId now = git.resolve(platform, "refs/heads/main").orElseThrow();
        assertThat(git.snapshot(platform, now).text(file).orElseThrow()).contains("# looked at by hand");
    }
}
