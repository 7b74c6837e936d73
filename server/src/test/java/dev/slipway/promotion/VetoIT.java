package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.kernel.CommitId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a rollback forbids, and how people find the way out of it. */
@RecordApplicationEvents
class VetoIT extends PromotionWorld {

    @Autowired
    private ApplicationEvents events;

    @Test
    void aVetoedReleaseIsNoCandidateAndSaysWhoVetoedItAndHowThatIsLifted() {
        CommitId good = toStaging("good", '1');
        toStaging("bad", '2');
        String bad = live(STAGING).orElseThrow().id();
        Promotion rollback = promotions.rollBack(service, STAGING, Rollback.because("it is bad"), REN);
        awaitLive(STAGING, good);

        EnvironmentStanding standing = standing(STAGING);

        assertThat(standing.candidate()).isNull();
        assertThat(Objects.requireNonNull(standing.veto()).release()).isEqualTo(bad);
        assertThat(standing.explanation())
                .contains("Release " + bad + " is vetoed. ren: it is bad.")
                .contains("/services/" + service + "/history", "slipway lift-veto " + service + " " + bad);
        assertThatThrownBy(() -> promotions.request(service, STAGING, null, REN))
                .hasMessageContaining("is vetoed. ren: it is bad.")
                .hasMessageContaining("slipway lift-veto " + service + " " + bad);
        assertThat(callers.tokenOf("ren")
                        .get("/api/v1/services/" + service + "/vetoes")
                        .body())
                .contains("\"release\":\"" + bad + "\"", "\"by\":\"ren\"");

        String page = "/promotions/" + rollback.id();
        String form = "/services/" + service + "/releases/" + bad + "/lift-veto";
        Map<String, String> reason = Map.of("reason", "it was the network");
        assertThat(callers.browserOf("sam").submit(page, form, reason).statusCode())
                .isEqualTo(403);
        assertThat(callers.browserOf("rosa").submit(page, form, reason).statusCode())
                .isEqualTo(302);

        assertThat(promotions.vetoes(service)).isEmpty();
        assertThat(standing(STAGING).veto()).isNull();
        assertThat(Objects.requireNonNull(standing(STAGING).candidate()).id()).isEqualTo(bad);
    }

    @Test
    void whereBuildsAreDeployedAnotherBuildIsWhatHelpsAfterAFailure() {
        CommitId good = build(commit("good"), '1');
        awaitLive(DEV, good);
        cluster.silent = true;
        CommitId bad = build(commit("bad"), '2');
        await().until(() -> promotions.history(service, DEV, 1).getFirst().state() == PromotionState.DEPLOYING);
        await().until(() -> live(DEV).orElseThrow().commit().equals(bad));
        String tried = live(DEV).orElseThrow().id();
        promotions.rollBack(service, DEV, Rollback.because("it does not start"), REN);
        cluster.silent = false;
        awaitLive(DEV, good);

        promotions.liftHold(service, DEV, "the next one is good", ROSA);
        assertThat(events.stream(HoldsChanged.class)).containsExactly(new HoldsChanged(service));
        promotions.liftVeto(service, tried, "it was the network", ROSA);

        assertThat(events.stream(HoldsChanged.class)).hasSize(2);
        assertThat(standing(DEV).explanation())
                .startsWith("Release " + tried + " was tried and did not get here")
                .contains("Push a commit that puts right what was wrong: its build is deployed here.")
                .doesNotContain("promotion to try again");
    }
}
