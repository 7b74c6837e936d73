package dev.slipway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.services.SampleService;
import dev.slipway.services.WithServices;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServices
class PortalPagesIT {

    @Autowired
    Callers callers;

    @Autowired
    SampleService sample;

    @Autowired
    GitHost host;

    @Autowired
    JdbcClient database;

    @Test
    void showsMyServicesAtHome() {
        sample.create("at-home");

        var page = callers.browserOf("rosa").get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("My services", "href=\"/services/at-home\"", "Nothing released yet");
    }

    @Test
    void findsServicesByTheirName() {
        sample.create("findable");
        sample.create("elsewhere");
        Caller rosa = callers.browserOf("rosa");

        assertThat(rosa.get("/services?q=FIND").body())
                .contains("href=\"/services/findable\"")
                .doesNotContain("href=\"/services/elsewhere\"");
        assertThat(rosa.get("/services?q=nowhere&page=7").body()).contains("Nothing found");
    }

    @Test
    void showsEveryPageOfAService() {
        sample.create("shown");
        Caller rosa = callers.browserOf("rosa");

        assertThat(rosa.get("/services/shown").body())
                .contains("id=\"environment-dev\"", "id=\"environment-production\"");
        assertThat(rosa.get("/services/shown/builds").statusCode()).isEqualTo(200);
        assertThat(rosa.get("/services/shown/history").body()).contains("applications/shown");
        assertThat(rosa.get("/services/shown/logs?environment=dev").body()).contains("listening on 8080");
        assertThat(rosa.get("/services/shown/settings").body()).contains("Delete shown");
        assertThat(rosa.get("/api/v1/services/shown").body()).contains("\"team\":\"red\"", "\"name\":\"production\"");
        assertThat(rosa.get("/services/show").statusCode()).isEqualTo(404);
    }

    @Test
    void showsHowAlikeEnvironmentsAre() {
        sample.create("alike");
        Caller rosa = callers.browserOf("rosa");

        assertThat(rosa.get("/parity?q=ALIKE&team=red&verdict=unknown").body())
                .contains("href=\"/parity/alike\"", "staging → production", "Unknown", "Day by day");
        assertThat(rosa.get("/parity?q=nowhere&verdict=nonsense&page=-3").body())
                .contains("Nothing found");
        assertThat(rosa.get("/parity/alike").body())
                .contains("Nothing could be compared.", "staging: It does not render.", "What runs and what Git says")
                .doesNotContain("dependency-tls");
        assertThat(rosa.get("/parity/foreign").body())
                .contains("Nothing could be compared.")
                .doesNotContain("href=\"/services/foreign\"");
        assertThat(rosa.get("/api/v1/parity/foreign").body()).contains("\"service\":\"foreign\"");
        assertThat(rosa.get("/parity/alik").statusCode()).isEqualTo(404);
        assertThat(rosa.get("/api/v1/parity?limit=0&offset=-1").body()).contains("\"comparisons\":", "\"trend\":");
        assertThat(rosa.get("/api/v1/parity/alike").body()).contains("\"service\":\"alike\"", "\"drift\":");
    }

    @Test
    void changesAVariableByAForm() {
        var repository = sample.create("by-form");
        Caller rosa = callers.browserOf("rosa");
        String page = "/services/by-form/configuration?environment=dev";

        var wrong =
                rosa.submit(page, "/services/by-form/configuration", Map.of("environment", "dev", "variable", "1X"));
        var right = rosa.submit(
                page,
                "/services/by-form/configuration",
                Map.of("environment", "dev", "variable", "GREETING", "value", "Ahoy"));

        assertThat(wrong.body()).contains("Nothing was changed", "value=\"1X\"");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(host.pullRequests(repository, PullRequest.State.OPEN)).hasSize(1);
    }

    @Test
    void saysInPlaceThatTheTypedNameIsWrong() {
        sample.create("kept");

        var page = callers.browserOf("rosa")
                .submit("/services/kept/settings", "/services/kept/deletion", Map.of("confirm", "keptt"));

        assertThat(page.body()).contains("Nothing was deleted", "is not the service");
    }

    @Test
    void theHistoryShowsVetoesAndLetsThemBeLifted() {
        sample.create("vetoing");
        database.sql(
                        "insert into promotion_vetoes (service, release_id, reason, account, since) values (?, ?, ?, ?, now())")
                .params("vetoing", "abcdef012345", "it is <b>slow</b>", "ren")
                .update();
        String history = "/services/vetoing/history";
        String form = "/services/vetoing/releases/abcdef012345/lift-veto";
        Caller rosa = callers.browserOf("rosa");

        assertThat(callers.browserOf("ren").get(history).body())
                .contains("somebody lifts the veto who may lift holds", "it is &lt;b&gt;slow")
                .doesNotContain(form);
        assertThat(rosa.get(history).body()).contains("you lift the veto", "action=\"" + form + "\"");
        assertThat(rosa.submit(history, form, Map.of("reason", "it was the network"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rosa.get(history).body()).doesNotContain("Lift the veto");
    }

    @Test
    void showsThePlatformDefinition() {
        sample.create("any");
        Caller rosa = callers.browserOf("rosa");

        assertThat(rosa.get("/platform").body()).contains("Team Red", "in order of promotion");
        assertThat(rosa.get("/api/v1/platform").body()).contains("\"inForce\":\"", "\"name\":\"production\"");
    }
}
