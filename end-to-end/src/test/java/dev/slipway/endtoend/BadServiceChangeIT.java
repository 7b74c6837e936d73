package dev.slipway.endtoend;

import static dev.slipway.endtoend.Stage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Git;
import dev.slipway.cli.demo.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Changes to a service that do not build, do not merge, do not render or do not run: what ran before goes on running. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class BadServiceChangeIT {

    /** One service for all who may not change it. */
    private static final String STEADY = "steady";

    private final Stage stage;

    BadServiceChangeIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aProtectedBranchRefusesAPushAndSaysWhatToDo() {
        stage.service(STEADY, false);
        Checkout checkout = stage.clone("rosa", "acme/" + STEADY);
        String before = stage.head("acme/" + STEADY);
        checkout.write("README.md", "Mine\n");
        checkout.commit("Write to main");

        Git.Result push = checkout.git().tryRun("push", "origin", "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("main").contains("pull request");
        assertThat(stage.head("acme/" + STEADY)).isEqualTo(before);
    }

    @Test
    void aStrangerMayNotPush() {
        stage.service(STEADY, false);
        Checkout checkout = stage.clone("bea", "acme/" + STEADY);
        checkout.git().run("checkout", "-q", "-b", "intruder");
        checkout.write("README.md", "Ours now\n");
        checkout.commit("Write to another team's repository");

        Git.Result push = checkout.git().tryRun("push", "origin", "intruder");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("bea");
    }

    @Test
    void aMergeConflictNamesTheFile() {
        stage.service("quarrel", false);
        int first = greeting("quarrel", "Moin", "Say moin");
        int second = greeting("quarrel", "Servus", "Say servus");
        stage.merge("rosa", "acme/quarrel", first);
        String before = stage.head("acme/quarrel");
        stage.check("acme/quarrel", second, "slipway/build", "SUCCESS");

        merging("quarrel", second).says("deploy/overlays/dev/environment.yaml", "Both sides changed this file");

        assertThat(stage.pullRequest("acme/quarrel", second)
                        .path("mergeability")
                        .asString())
                .isEqualTo("CONFLICTING");
        assertThat(stage.head("acme/quarrel")).isEqualTo(before);
    }

    @Test
    void aFailingTestFailsTheBuildAndNothingMoves() {
        stage.service(STEADY, false);
        Checkout checkout = stage.clone("rosa", "acme/" + STEADY);
        String before = stage.head(Stage.PLATFORM);
        checkout.edit("src/main/java/Service.java", "ready = true;", "ready = false;");
        int number = stage.propose(checkout, "rosa", "acme/" + STEADY, "Never be ready");

        JsonNode check = stage.check("acme/" + STEADY, number, "slipway/build", "FAILURE");

        assertThat(check.path("description").asString()).contains("ServiceTest").contains("/ready answered 503");
        merging(STEADY, number).says("slipway/build", "Step \"test\" failed", "/ready answered 503");
        new Told(
                        stage.get("rosa", "/api/v1/builds?repository=acme/" + STEADY)
                                .path(0)
                                .path("failure")
                                .asString(),
                        stage.portal("rosa").read("/repositories/acme/" + STEADY + "/pulls/" + number),
                        stage.run("rosa", "builds", STEADY).said())
                .says("Step \"test\" failed", "/ready answered 503");
        assertThat(stage.deploymentsSince(before, STEADY, "dev")).isEmpty();
    }

    @Test
    void aProcessThatExitsAtOnceIsShownWithItsExitCodeAndTheOldOneGoesOn() {
        stage.service("mayfly", false);
        Checkout checkout = stage.clone("rosa", "acme/mayfly");
        checkout.edit("src/main/java/Main.java", "service.start();", "System.exit(3);");
        merge("mayfly", checkout, "Live briefly");

        JsonNode dev = stage.await(
                "dev to tell of the end",
                () -> stage.environment("mayfly", "dev"),
                now -> now.toString().matches("(?is).*exit\\w*\\D{0,20}3.*"));

        assertThat(dev.path("health").asString()).isNotEqualTo("Healthy");
        stage.awaitTold(() -> told("mayfly"), "CrashLoopBackOff", "container \"app\" exited with 3");
        stillAnswers("mayfly");
        nothingRunsInStagingButTheFirst("mayfly", checkout);
    }

    @Test
    void aProbeThatNeverAnswersIsShownAndTheOldProcessGoesOn() {
        stage.service("deaf", false);
        Checkout checkout = stage.clone("rosa", "acme/deaf");
        checkout.edit("deploy/base/deployment.yaml", "path: /ready", "path: /nowhere");
        merge("deaf", checkout, "Listen nowhere");

        stage.await(
                "dev to tell of the probe",
                () -> stage.environment("deaf", "dev"),
                now -> now.toString().contains("/nowhere"));

        stage.awaitTold(() -> told("deaf"), "readiness probe failed: GET /nowhere answered 404");
        stillAnswers("deaf");
        nothingRunsInStagingButTheFirst("deaf", checkout);
    }

    @Test
    void anOverlayThatDoesNotRenderIsToldWithItsFileAndChangesNothing() {
        stage.service("misprint", false);
        Checkout checkout = stage.clone("rosa", "acme/misprint");
        checkout.edit("deploy/overlays/dev/kustomization.yaml", "path: resources.yaml", "path: resaurces.yaml");

        merge("misprint", checkout, "Point to nothing");
        stage.awaitTold(() -> told("misprint"), "deploy/overlays/dev/kustomization.yaml:", "\"resaurces.yaml\"");
        stillAnswers("misprint");
    }

    @Test
    void anOverlayThatNamesAnotherNamespaceStaysInItsOwn() {
        stage.service("neighbour", false);
        Checkout checkout = stage.clone("rosa", "acme/neighbour");
        checkout.write("deploy/overlays/dev/intruder.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: intruder
                  namespace: blue-dev
                data: {}
                """);
        checkout.edit("deploy/overlays/dev/kustomization.yaml", "  - ../../base", "  - ../../base\n  - intruder.yaml");

        merge("neighbour", checkout, "Move next door");

        JsonNode dev = stage.await(
                "dev to render it",
                () -> stage.get("rosa", "/api/v1/applications/neighbour-dev"),
                now -> now.toString().contains("/intruder"));
        assertThat(dev.toString()).contains("red-dev/intruder");
        assertThat(stage.get("paula", "/api/v1/applications").toString()).doesNotContain("blue-dev/intruder");
        stillAnswers("neighbour");
    }

    /** How dev stands. */
    private Told told(String service) {
        return new Told(
                plain(stage.get("rosa", "/api/v1/services/" + service)),
                stage.portal("rosa").read("/services/" + service),
                stage.run("rosa", "status", service).said());
    }

    /** Without the signs that JSON puts before quotation marks. */
    private static String plain(JsonNode answer) {
        return answer.toString().replace("\\\"", "\"");
    }

    /** What is said to those who want to merge this, and must not. */
    private Told merging(String service, int number) {
        String path = "/repositories/acme/" + service + "/pulls/" + number;
        String head = stage.pullRequest("acme/" + service, number).path("head").asString();
        ServerProblem api = refusal(() -> stage.as("rosa").post("/api/v1" + path + "/merge", Map.of()));
        var portal = stage.portal("rosa").submit(path, path + "/merge", Map.of("head", head));
        var commandLine = stage.run("rosa", "pr", "merge", "acme/" + service, String.valueOf(number));

        assertThat(api.status()).isIn(409, 422);
        assertThat(portal.body()).contains("problem-report");
        assertThat(commandLine.exit()).isNotZero();
        return new Told(String.valueOf(api.getMessage()), Portal.text(portal.body()), commandLine.said());
    }

    private void merge(String service, Checkout checkout, String title) {
        stage.merge("rosa", "acme/" + service, stage.propose(checkout, "rosa", "acme/" + service, title));
    }

    private int greeting(String service, String greeting, String title) {
        Checkout checkout = stage.clone("rosa", "acme/" + service);
        checkout.edit("deploy/overlays/dev/environment.yaml", "Hello", greeting);
        return stage.propose(checkout, "rosa", "acme/" + service, title);
    }

    private void stillAnswers(String service) {
        assertThat(new Workload(stage.server().port())
                        .get(service + ".localhost", "/")
                        .body())
                .contains("Hello");
    }

    /** Staging may have taken the first Release, never the one that does not run. */
    private void nothingRunsInStagingButTheFirst(String service, Checkout checkout) {
        String broken = stage.head("acme/" + service);
        assertThat(broken).isNotEqualTo(checkout.git().run("rev-parse", "origin/main"));
        assertThat(stage.environment(service, "staging")
                        .path("live")
                        .path("commit")
                        .asString(""))
                .isNotEqualTo(broken);
    }
}
