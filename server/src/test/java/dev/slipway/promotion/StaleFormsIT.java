package dev.slipway.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.support.Caller;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two people look at the same page, one acts, and then the other presses a button of the page that is still open. */
class StaleFormsIT extends PromotionWorld {

    @Test
    void theSecondToRollBackTheSameReleaseIsToldOfTheFirst() {
        awaitLive(DEV, build(commit("oldest"), '1'));
        CommitId good = build(commit("good"), '2');
        awaitLive(DEV, good);
        awaitLive(DEV, build(commit("bad"), '3'));
        String bad = live(DEV).orElseThrow().id();
        Map<String, String> form = Map.of("from", bad, "reason", "it is bad");
        Caller rosa = callers.browserOf("rosa");
        Caller remy = callers.browserOf("remy");
        assertThat(rollBack(remy, form).statusCode()).isEqualTo(302);
        awaitLive(DEV, good);
        int sofar = promotions.history(service, DEV, 10).size();
        String now = live(DEV).orElseThrow().id();

        var second = rollBack(rosa, form);
        var byRest = callers.tokenOf("rosa").post(rest("/rollback"), """
                {"from": "%s", "reason": "it is bad"}""".formatted(bad));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains(
                        "runs Release " + now + " now, not Release " + bad + ". remy brought it by rollback",
                        "Nothing was written.",
                        "/services/" + service);
        assertThat(byRest.statusCode()).isEqualTo(409);
        assertThat(byRest.body()).contains("\"where\":\"from\"", "not Release " + bad);
        assertThat(promotions.history(service, DEV, 10)).hasSize(sofar);
        assertThat(Objects.requireNonNull(standing(DEV).hold()).reason()).isEqualTo("rolled back: it is bad");
        assertThat(live(DEV).orElseThrow().commit()).isEqualTo(good);
    }

    @Test
    void aRollbackNamesWhatItLeavesAndGoesNowhereElseThanWasChosen() {
        CommitId good = build(commit("good"), '1');
        awaitLive(DEV, good);
        String before = live(DEV).orElseThrow().id();
        awaitLive(DEV, build(commit("bad"), '2'));
        String bad = live(DEV).orElseThrow().id();

        assertThat(rollBack(callers.browserOf("rosa"), Map.of("reason", "it is bad"))
                        .statusCode())
                .isEqualTo(400);
        assertThatThrownBy(() -> promotions.rollBack(service, DEV, new Rollback(bad, "cafe", "it is bad"), REN))
                .hasMessageContaining("goes back to Release " + before + ", not to Release cafe");
        assertThatThrownBy(() -> promotions.rollBack(
                        service, new EnvironmentName("nowhere"), new Rollback(null, null, "it is bad"), REN))
                .hasMessageContaining("There is no environment \"nowhere\"");
        assertThat(standing(DEV).hold()).isNull();

        assertThat(callers.tokenOf("rosa")
                        .post(rest("/rollback"), """
                                {"from": "%s", "to": "%s", "reason": "it is bad"}""".formatted(bad, before))
                        .statusCode())
                .isEqualTo(202);
        awaitLive(DEV, good);
    }

    @Test
    void whatStagingDoesNotRunAnyMoreIsNotPromotedByAnOldPage() {
        toStaging("first", '1');
        String first = live(STAGING).orElseThrow().id();
        toStaging("second", '2');

        var answer = submit(callers.browserOf("rosa"), form("/promote", PRODUCTION), Map.of("release", first));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("staging runs Release " + live(STAGING).orElseThrow().id() + " now");
        assertThat(promotions.history(service, PRODUCTION, 1)).isEmpty();
    }

    @Test
    void anApprovalAndAnOverrideCountOverTheReleaseThatWasShown() {
        toStaging("good", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        Caller remy = callers.browserOf("remy");
        assertThat(remy.get("/promotions/" + promotion.id()).body())
                .contains("<input type=\"hidden\" name=\"over\" value=\"nothing\">");

        var stale = submit(remy, "/promotions/" + promotion.id() + "/approve", Map.of("over", "cafe"));
        var override = submit(
                callers.browserOf("rosa"),
                "/promotions/" + promotion.id() + "/override",
                Map.of("gate", "health", "over", "cafe", "reason", "in a hurry"));

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("runs nothing now, not Release cafe");
        assertThat(override.statusCode()).isEqualTo(409);
        assertThat(promotions.find(promotion.id()).orElseThrow().approvals()).isEmpty();
        assertThat(submit(remy, "/promotions/" + promotion.id() + "/approve", Map.of("over", "nothing"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(promotions.find(promotion.id()).orElseThrow().approvals()).hasSize(1);
    }

    @Test
    void whoMayNotIsToldSoBeforeHowItStands() {
        toStaging("good", '1');
        Promotion promotion = promotions.request(service, PRODUCTION, null, REN);
        promotions.cancel(promotion.id(), REN);
        Caller ben = callers.tokenOf("ben");
        Caller ren = callers.tokenOf("ren");
        String path = "/api/v1/promotions/" + promotion.id();

        Map.of(
                        "/approve", "{}",
                        "/reject", "{\"reason\": \"so\"}",
                        "/cancel", "{}",
                        "/override", "{\"gate\": \"health\", \"reason\": \"so\"}")
                .forEach((action, body) -> assertThat(
                                ben.post(path + action, body).statusCode())
                        .as(action)
                        .isEqualTo(403));
        assertThat(ren.post(path + "/approve", "{}").statusCode()).isEqualTo(409);
        assertThat(ren.post(path + "/cancel", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void theAnswerToAStaleFormLeadsBackToItsPageAndNowhereElse() {
        awaitLive(DEV, build(commit("only"), '1'));
        Caller rosa = callers.browserOf("rosa");
        String page = "/services/" + service + "?a=1&b=2";

        assertThat(stale(rosa, page)).contains("href=\"/services/" + service + "?a=1&amp;b=2\"", "Back to the page");
        assertThat(stale(rosa, "//elsewhere.example/")).doesNotContain("elsewhere", "Back to the page");
        assertThat(rosa.get("/services/nowhere", Map.of("Referer", "http://localhost" + page))
                        .body())
                .doesNotContain("Back to the page");
    }

    private String stale(Caller browser, String referer) {
        return browser.submit(
                        "/services/" + service,
                        form("/roll-back", DEV),
                        Map.of("from", "cafe", "reason", "it is bad"),
                        Map.of("Referer", "http://localhost" + referer))
                .body();
    }

    private HttpResponse<String> rollBack(Caller browser, Map<String, String> fields) {
        return submit(browser, form("/roll-back", DEV), fields);
    }

    private HttpResponse<String> submit(Caller browser, String path, Map<String, String> fields) {
        Promotion any = promotions.history(service, null, 1).getFirst();
        return browser.submit("/promotions/" + any.id(), path, fields);
    }

    private String form(String action, EnvironmentName environment) {
        return "/services/" + service + "/environments/" + environment + action;
    }

    private String rest(String action) {
        return "/api/v1/services/" + service + "/environments/" + DEV + action;
    }
}
