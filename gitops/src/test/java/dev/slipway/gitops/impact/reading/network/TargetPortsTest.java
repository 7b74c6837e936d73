package dev.slipway.gitops.impact.reading.network;

import static dev.slipway.gitops.impact.Manifests.DEPLOYMENT;
import static dev.slipway.gitops.impact.Manifests.SERVICE;
import static dev.slipway.gitops.impact.Manifests.all;
import static dev.slipway.gitops.impact.Meanings.means;
import static dev.slipway.gitops.impact.Meanings.words;
import static dev.slipway.gitops.impact.meaning.Severity.BREAKS;
import static dev.slipway.gitops.impact.meaning.Severity.RISKY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ports of Services that lead nowhere. */
class TargetPortsTest {

    private static final String PODS = DEPLOYMENT.replace("{containerPort: 8080}", "{containerPort: 8080, name: http}");
    private static final String BY_NAME = SERVICE.replace("targetPort: 8080", "targetPort: http");
    private static final String SECOND = PODS.replace("name: checkout}", "name: second}");

    @Test
    void aNameThatNoContainerHasAnyMoreBreaks() {
        String nowhere = "Service \"checkout\" port 80 leads to no port any more: no container names one \"http\"";

        means(all(PODS, BY_NAME), all(PODS.replace("name: http", "name: web"), BY_NAME), BREAKS, nowhere);
        means(all(PODS, BY_NAME), all(DEPLOYMENT, BY_NAME), BREAKS, nowhere);
        means(
                all(PODS, BY_NAME),
                all(PODS.replace("name: http", "name: http, protocol: UDP"), BY_NAME),
                BREAKS,
                nowhere);
    }

    @Test
    void aNumberThatNoContainerDeclaresAnyMoreIsRisky() {
        means(
                all(PODS, SERVICE),
                all(PODS.replace("8080", "9090"), SERVICE),
                RISKY,
                "Service \"checkout\" port 80 leads to 8080, which no container declares any more");
    }

    @Test
    void saysItOfTheServiceWhereItChanges() {
        means(
                all(PODS, BY_NAME),
                all(PODS, BY_NAME.replace(": http}", ": web}")),
                BREAKS,
                "no container names one \"web\"");
        means(
                all(PODS, SERVICE),
                all(PODS, SERVICE.replace("8080", "9090")),
                RISKY,
                "leads to 9090, which no container");
    }

    @Test
    void aNameThatGoesToAnotherNumberStillLeads() {
        assertNowhereLost(all(PODS, BY_NAME), all(PODS.replace("8080", "9090"), BY_NAME));
    }

    @Test
    void bothChangedTogetherStillLead() {
        assertNowhereLost(
                all(PODS, BY_NAME), all(PODS.replace("name: http", "name: web"), BY_NAME.replace(": http}", ": web}")));
    }

    @Test
    void anotherWorkloadsPortIsEnough() {
        assertNowhereLost(all(PODS, SECOND, BY_NAME), all(PODS.replace("name: http", "name: web"), SECOND, BY_NAME));
    }

    @Test
    void whatLedNowhereBeforeIsNoNews() {
        String undeclared = PODS.replace("ports: [{containerPort: 8080, name: http}]", "ports: []");

        assertNowhereLost(all(undeclared, SERVICE), all(undeclared.replace("checkout:1.0", "checkout:1.1"), SERVICE));
        assertNowhereLost(all(undeclared, SERVICE), all(undeclared, SERVICE.replace("8080", "9090")));
    }

    private static void assertNowhereLost(String before, String after) {
        assertThat(words(before, after)).isNotEmpty().noneMatch(each -> each.contains("leads to"));
    }
}
