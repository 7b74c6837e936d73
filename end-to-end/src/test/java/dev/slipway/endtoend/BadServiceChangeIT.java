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

    private final Stage stage;

    BadServiceChangeIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aProtectedBranchRefusesAPushAndSaysWhatToDo() {
        stage.service("guarded", false);
        Checkout checkout = stage.clone("rosa", "acme/guarded");
        String before = stage.head("acme/guarded");
        checkout.write("README.md", "Mine\n");
        checkout.commit("Write to main");

        Git.Result push = checkout.git().tryRun("push", "origin", "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("main").contains("pull request");
        assertThat(stage.head("acme/guarded")).isEqualTo(before);
    }

    @Test
    void aStrangerMayNotPush() {
        stage.service("ours", false);
        Checkout checkout = stage.clone("bea", "acme/ours");
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
        stage.check("acme/quarrel", second, "SUCCESS");

        ServerProblem merge = refusal(
                () -> stage.as("rosa").post("/api/v1/repositories/acme/quarrel/pulls/" + second + "/merge", Map.of()));

        assertThat(merge.status()).isEqualTo(409);
        assertThat(merge).hasMessageContaining("deploy/overlays/dev/environment.yaml");
        assertThat(stage.pullRequest("acme/quarrel", second)
                        .path("mergeability")
                        .asString())
                .isEqualTo("CONFLICTING");
        assertThat(stage.head("acme/quarrel")).isEqualTo(before);
    }

    @Test
    void aFailingTestFailsTheBuildAndNothingMoves() {
        stage.service("untested", false);
        Checkout checkout = stage.clone("rosa", "acme/untested");
        String before = stage.head(Stage.PLATFORM);
        checkout.edit("src/main/java/Service.java", "ready = true;", "ready = false;");
        int number = stage.propose(checkout, "rosa", "acme/untested", "Never be ready");

        JsonNode check = stage.check("acme/untested", number, "FAILURE");
        ServerProblem merge = refusal(
                () -> stage.as("rosa").post("/api/v1/repositories/acme/untested/pulls/" + number + "/merge", Map.of()));

        assertThat(check.path("description").asString()).contains("ServiceTest").contains("/ready answered 503");
        assertThat(merge.status()).isIn(409, 422);
        assertThat(stage.deploymentsSince(before, "untested", "dev")).isEmpty();
    }

    @Test
    void aProcessThatExitsAtOnceIsShownWithItsExitCodeAndTheOldOneGoesOn() {
        stage.service("mayfly", false);
        Checkout checkout = stage.clone("rosa", "acme/mayfly");
        checkout.edit("src/main/java/Main.java", "service.start();", "System.exit(3);");
        stage.merge("rosa", "acme/mayfly", stage.propose(checkout, "rosa", "acme/mayfly", "Live briefly"));

        JsonNode dev = stage.await(
                "dev to tell of the end",
                () -> stage.environment("mayfly", "dev"),
                now -> now.toString().matches("(?is).*exit\\w*\\D{0,20}3.*"));

        assertThat(dev.path("health").asString()).isNotEqualTo("Healthy");
        stillAnswers("mayfly");
        nothingRunsInStagingButTheFirst("mayfly", checkout);
    }

    @Test
    void aProbeThatNeverAnswersIsShownAndTheOldProcessGoesOn() {
        stage.service("deaf", false);
        Checkout checkout = stage.clone("rosa", "acme/deaf");
        checkout.edit("deploy/base/deployment.yaml", "path: /ready", "path: /nowhere");
        stage.merge("rosa", "acme/deaf", stage.propose(checkout, "rosa", "acme/deaf", "Listen nowhere"));

        stage.await(
                "dev to tell of the probe",
                () -> stage.environment("deaf", "dev"),
                now -> now.toString().contains("/nowhere"));

        stillAnswers("deaf");
        nothingRunsInStagingButTheFirst("deaf", checkout);
    }

    @Test
    void anOverlayThatDoesNotRenderIsToldWithItsFileAndChangesNothing() {
        stage.service("misprint", false);
        Checkout checkout = stage.clone("rosa", "acme/misprint");
        checkout.edit("deploy/overlays/dev/kustomization.yaml", "path: resources.yaml", "path: resaurces.yaml");

        assertThat(toldSomewhere("misprint", checkout, "Point to nothing")).contains("resaurces.yaml");
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

        stage.merge("rosa", "acme/neighbour", stage.propose(checkout, "rosa", "acme/neighbour", "Move next door"));

        JsonNode dev = stage.await(
                "dev to render it",
                () -> stage.get("rosa", "/api/v1/applications/neighbour-dev"),
                now -> now.toString().contains("/intruder"));
        assertThat(dev.toString()).contains("red-dev/intruder");
        assertThat(stage.get("paula", "/api/v1/applications").toString()).doesNotContain("blue-dev/intruder");
        stillAnswers("neighbour");
    }

    /** On the pull request if that is refused, else in the environment that cannot take it. */
    private String toldSomewhere(String service, Checkout checkout, String title) {
        int number = stage.propose(checkout, "rosa", "acme/" + service, title);
        stage.merge("rosa", "acme/" + service, number);
        return stage.await(
                        "dev to tell of it",
                        () -> stage.get("rosa", "/api/v1/services/" + service),
                        now -> now.toString().contains("resaurces.yaml"))
                .toString();
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
