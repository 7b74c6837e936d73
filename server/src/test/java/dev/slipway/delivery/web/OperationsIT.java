package dev.slipway.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.identity.Role;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Runtime operations on a team's application: who may, and what is remembered of it. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder,builds,desiredstate,delivery",
            "slipway.sample=true"
        })
class OperationsIT {

    private static final String APPLICATION = "operated-dev";

    @Autowired
    Callers callers;

    @Autowired
    DeliveryEngine engine;

    @Autowired
    Audit audit;

    @BeforeEach
    void declareAServiceOnce() {
        Caller rosa = callers.tokenOf("rosa");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> rosa.get("/api/v1/templates").body().contains("java-service"));
        rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"operated\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> engine.state(APPLICATION).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "sync", "restart"})
    void isDoneAndRemembered(String operation) {
        var answer = callers.tokenOf("rosa").post("/api/v1/applications/" + APPLICATION + "/" + operation, "");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(remembered(operation)).anySatisfy(entry -> {
            assertThat(entry.account()).isEqualTo("rosa");
            assertThat(entry.details()).containsEntry("engine", "local");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "sync", "restart"})
    void isDeniedToWhoMayOnlyLook(String operation) {
        Caller vera = callers.tokenOf("vera", Role.VIEWER);

        assertThat(vera.get("/api/v1/applications/" + APPLICATION + "/state").statusCode())
                .isEqualTo(200);
        assertThat(vera.post("/api/v1/applications/" + APPLICATION + "/" + operation, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(remembered(operation)).noneMatch(entry -> entry.account().equals("vera"));
    }

    @Test
    void isDeniedToAnotherTeam() {
        Caller bea = callers.tokenOf("bea");

        assertThat(bea.post("/api/v1/applications/" + APPLICATION + "/restart", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhichApplicationMayBeMeant() {
        var answer = callers.tokenOf("rosa").post("/api/v1/applications/operated-de/refresh", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no application", "Did you mean", APPLICATION);
    }

    @Test
    void isDoneFromThePage() {
        Caller rosa = callers.browserOf("rosa");
        String page = "/applications/" + APPLICATION;

        assertThat(rosa.submit(page, page + "/restart", Map.of()).statusCode()).isEqualTo(302);

        assertThat(rosa.get(page).body()).contains("Every pod is replaced, one after the other.");
    }

    @Test
    void isDeniedFromThePageToWhoMayOnlyLook() {
        Caller vera = callers.browserOf("vera", Role.VIEWER);
        String page = "/applications/" + APPLICATION;

        assertThat(vera.get(page).statusCode()).isEqualTo(200);
        assertThat(vera.submit(page, page + "/restart", Map.of()).statusCode()).isEqualTo(403);
    }

    private List<AuditEntry> remembered(String operation) {
        return audit.entries(AuditQuery.about("application:" + APPLICATION, 100)).stream()
                .filter(entry -> entry.action().startsWith("delivery." + operation.substring(0, 4)))
                .toList();
    }
}
