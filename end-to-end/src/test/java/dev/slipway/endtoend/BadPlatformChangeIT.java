package dev.slipway.endtoend;

import static dev.slipway.endtoend.Stage.PLATFORM;
import static dev.slipway.endtoend.Stage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Git;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Changes to the platform repository that must not come to main: each pull request says what is wrong and where. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class BadPlatformChangeIT {

    private final Stage stage;

    BadPlatformChangeIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aBrokenDefinitionIsRefusedWithFileAndLine() {
        Told reason = refused(
                "A cluster that is not there",
                checkout -> checkout.edit("platform.yaml", "cluster: app-spoke", "cluster: app-spook"));

        reason.saysLike("platform\\.yaml\\D*\\d+").says("app-spook");
    }

    @Test
    void yamlThatIsNoneIsRefusedWithFileAndLine() {
        Told reason = refused("Not YAML", checkout -> checkout.edit("platform.yaml", "  clusters:", "  clusters: ["));

        reason.saysLike("platform\\.yaml\\D*\\d+");
    }

    @Test
    void aTemplateWithAnErrorIsRefusedWithItsFileAndLine() {
        Told reason = refused(
                "Add a garbled template",
                checkout -> addTemplate(checkout, "garbled", "action: publish:slipway", "acton: publish:slipway"));

        reason.says("action").saysLike("templates/garbled/template\\.yaml\\D*\\d+");
    }

    @Test
    void aTemplateWithAnActionThatIsNotThereIsRefused() {
        Told reason = refused(
                "Add a template that nobody can run",
                checkout -> addTemplate(checkout, "broken", "publish:slipway", "publish:slipwei"));

        reason.says("publish:slipwei").saysLike("templates/broken/template\\.yaml\\D*\\d+");
    }

    private static void addTemplate(Checkout checkout, String name, String right, String wrong) {
        String template = checkout.read("templates/java-service/template.yaml");
        assertThat(template).contains(right);
        checkout.write(
                "templates/" + name + "/template.yaml",
                template.replace("name: java-service", "name: " + name).replace(right, wrong));
    }

    @Test
    void anApplicationOutsideItsProjectIsRefused() {
        stage.service("fence", false);

        Told reason = refused(
                "Into blue waters",
                checkout -> checkout.edit("applications/fence/dev.yaml", "namespace: red-dev", "namespace: blue-dev"));

        reason.says("applications/fence/dev.yaml", "blue-dev", "red-dev");
    }

    @Test
    void anOverlaysOwnNamespaceIsNotLetOut() {
        stage.service("stowaway", false);
        Checkout overlay = stage.clone("rosa", "acme/stowaway");
        overlay.write("deploy/overlays/dev/intruder.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: intruder
                  namespace: blue-dev
                data: {}
                """);
        overlay.edit("deploy/overlays/dev/kustomization.yaml", "  - ../../base", "  - ../../base\n  - intruder.yaml");
        stage.merge("rosa", "acme/stowaway", stage.propose(overlay, "rosa", "acme/stowaway", "Name blue's namespace"));
        stage.await(
                "dev to render it",
                () -> stage.get("rosa", "/api/v1/applications/stowaway-dev"),
                now -> now.toString().contains("red-dev/intruder"));

        Told reason = refused(
                "Let it out",
                checkout -> checkout.edit("applications/stowaway/dev.yaml", "\n      namespace: red-dev", ""));

        reason.says("applications/stowaway/dev.yaml", "blue-dev");
    }

    @Test
    void productionIsNotChangedByHand() {
        stage.service("by-hand", true);

        Told reason = refused("Straight to production", checkout -> {
            String digest = checkout.read("applications/by-hand/dev.yaml")
                    .lines()
                    .filter(line -> line.contains("@sha256:"))
                    .findFirst()
                    .orElseThrow();
            checkout.edit(
                    "applications/by-hand/production.yaml",
                    "    kustomize:\n",
                    "    kustomize:\n      images:\n" + digest + "\n");
        });

        reason.says("production", "by-hand");
    }

    @Test
    void mainIsNotPushedTo() {
        Checkout checkout = stage.clone("paula", PLATFORM);
        String before = stage.head(PLATFORM);
        checkout.write("README.md", "Mine now\n");
        checkout.commit("Write to main");

        Git.Result push = checkout.git().tryRun("push", "--force", "origin", "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("main").contains("pull request");
        assertThat(stage.changesSince(before)).isEmpty();
    }

    /** Proposes the change, and returns why its check failed, after having seen that nobody can merge it. */
    private Told refused(String title, Consumer<Checkout> change) {
        Checkout checkout = stage.clone("paula", PLATFORM);
        change.accept(checkout);
        int number = stage.propose(checkout, "paula", PLATFORM, title);
        JsonNode check = stage.check(PLATFORM, number, "slipway/desired-state", "FAILURE");
        Told told = new Told(
                check.path("description").asString() + stage.comments(PLATFORM, number),
                stage.portal("paula").read(page(number)),
                stage.run("paula", "pr", "show", PLATFORM, String.valueOf(number))
                        .said());

        merging(number).says("slipway/desired-state");

        assertThat(stage.pullRequest(PLATFORM, number).path("state").asString()).isEqualTo("OPEN");
        stage.as("paula").post("/api/v1/repositories/" + PLATFORM + "/pulls/" + number + "/close", null);
        return told;
    }

    /** What is said to those who merge it all the same. */
    private Told merging(int number) {
        String head = stage.pullRequest(PLATFORM, number).path("head").asString();
        ServerProblem api = refusal(() ->
                stage.as("paula").post("/api/v1/repositories/" + PLATFORM + "/pulls/" + number + "/merge", Map.of()));
        var portal = stage.portal("paula").submit(page(number), page(number) + "/merge", Map.of("head", head));
        var commandLine = stage.run("paula", "pr", "merge", PLATFORM, String.valueOf(number));

        assertThat(api.status()).isIn(409, 422);
        assertThat(portal.body()).contains("problem-report");
        assertThat(commandLine.exit()).isNotZero();
        return new Told(String.valueOf(api.getMessage()), Portal.text(portal.body()), commandLine.said());
    }

    private static String page(int number) {
        return "/repositories/" + PLATFORM + "/pulls/" + number;
    }
}
