package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.kernel.CommitId;
import dev.slipway.support.Caller;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What somebody who approves is shown: what is live, which commits come, and whose they are. */
class ContentIT extends PromotionWorld {

    @Test
    void aPromotionTellsWhatIsLiveAndWhichCommitsOfWhomComeAndARollbackWhatItTakesBack() {
        CommitId first = toStaging("first", '1');
        CommitId second = commit("second");
        CommitId third = build(commit("third"), '2');
        awaitLive(DEV, third);
        Promotion promotion = promotions.history(service, DEV, 1).getFirst();

        PromotionContent content = promotions.content(promotion.id()).orElseThrow();

        assertThat(Objects.requireNonNull(content.over()).commit()).isEqualTo(first);
        assertThat(ids(content.brought().newest())).containsExactly(third, second);
        assertThat(content.withdrawn().newest()).isEmpty();
        assertThat(content.accounts()).containsExactly("ren");
        assertThat(content.complete()).isTrue();

        Promotion rollback = promotions.rollBack(service, DEV, new Rollback(null, null, "it is bad"), REMY);
        awaitLive(DEV, first);

        PromotionContent back = promotions.content(rollback.id()).orElseThrow();
        assertThat(Objects.requireNonNull(back.over()).commit()).isEqualTo(third);
        assertThat(back.brought().newest()).isEmpty();
        assertThat(ids(back.withdrawn().newest())).containsExactly(third, second);
        assertThat(promotions.content(promotion.id())).contains(content);
        assertThat(callers.browserOf("paula")
                        .get("/promotions/" + rollback.id())
                        .body())
                .contains("Was taken back: 2 commits", third.brief(), first.brief());
    }

    @Test
    void whoDecidesSeesItOnThePageAndOverRest() {
        toStaging("good", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        Caller remy = callers.browserOf("remy");

        String page = remy.get("/promotions/" + promotion.id()).body();

        assertThat(page).contains("What changes", "Live now", "Authors", "ren", "Comes: ", "Change notes.txt");
        assertThat(page).doesNotContain("/compare?");
        assertThat(callers.tokenOf("remy")
                        .get("/api/v1/promotions/" + promotion.id() + "/content")
                        .body())
                .contains("\"over\":null", "\"subject\":\"Change notes.txt\"", "\"accounts\":[", "\"complete\":true");

        promotions.cancel(promotion.id(), REN);

        assertThat(promotions.content(promotion.id())).isEmpty();
        assertThat(callers.tokenOf("remy")
                        .get("/api/v1/promotions/" + promotion.id() + "/content")
                        .statusCode())
                .isEqualTo(404);
        assertThat(remy.get("/promotions/" + promotion.id()).body()).doesNotContain("What changes");
    }

    @Test
    void whoIsBehindACommitThatIsNotListedAnyMoreIsAnAuthorAllTheSame() {
        CommitId first = toStaging("first", '1');
        push(repository, List.of(new FileChange.Put("a.txt", FileContent.text("remy's"))), "Remy's", REMY);
        CommitId last = first;
        for (int i = 0; i <= PromotionContent.Commits.MOST; i++) {
            last = commit("change " + i);
        }
        awaitLive(DEV, build(last, '2'));
        Promotion promotion = promotions.history(service, DEV, 1).getFirst();

        PromotionContent content = promotions.content(promotion.id()).orElseThrow();

        assertThat(content.brought().newest()).hasSize(PromotionContent.Commits.MOST);
        assertThat(content.brought().total()).isEqualTo(PromotionContent.Commits.MOST + 2);
        assertThat(content.complete()).isFalse();
        assertThat(content.accounts()).containsExactly("remy", "ren");
        assertThat(page("ren", promotion)).contains("102 commits, the newest 100");
    }

    @Test
    void onlyWhoMayPromoteTheServiceIsOfferedToCancel() {
        toStaging("good", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);

        assertThat(page("ren", promotion)).contains("Cancel this promotion?");
        assertThat(page("ben", promotion)).doesNotContain("Cancel this promotion?");
    }

    private String page(String account, Promotion promotion) {
        return callers.browserOf(account).get("/promotions/" + promotion.id()).body();
    }

    private static List<CommitId> ids(List<Commit> commits) {
        return commits.stream().map(Commit::id).toList();
    }
}
