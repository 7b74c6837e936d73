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
        String reason = refused(
                "A cluster that is not there",
                checkout -> checkout.edit("platform.yaml", "cluster: app-spoke", "cluster: app-spook"));

        assertThat(reason).containsPattern("platform\\.yaml\\D*\\d+").contains("app-spook");
    }

    @Test
    void yamlThatIsNoneIsRefusedWithFileAndLine() {
        String reason = refused("Not YAML", checkout -> checkout.edit("platform.yaml", "  clusters:", "  clusters: ["));

        assertThat(reason).containsPattern("platform\\.yaml\\D*\\d+");
    }

    @Test
    void aTemplateWithAnErrorIsRefusedWithItsFileAndLine() {
        String reason = refused(
                "Add a garbled template",
                checkout -> addTemplate(checkout, "garbled", "action: publish:slipway", "acton: publish:slipway"));

        assertThat(reason).contains("action").containsPattern("templates/garbled/template\\.yaml\\D*\\d+");
    }

    @Test
    void aTemplateWithAnActionThatIsNotThereIsRefused() {
        String reason = refused(
                "Add a template that nobody can run",
                checkout -> addTemplate(checkout, "broken", "publish:slipway", "publish:slipwei"));

        assertThat(reason).contains("publish:slipwei").containsPattern("templates/broken/template\\.yaml\\D*\\d+");
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

        String reason = refused(
                "Into blue waters",
                checkout -> checkout.edit("applications/fence/dev.yaml", "namespace: red-dev", "namespace: blue-dev"));

        assertThat(reason)
                .contains("applications/fence/dev.yaml")
                .contains("blue-dev")
                .contains("red-dev");
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

        String reason = refused(
                "Let it out",
                checkout -> checkout.edit("applications/stowaway/dev.yaml", "\n      namespace: red-dev", ""));

        assertThat(reason).contains("applications/stowaway/dev.yaml").contains("blue-dev");
    }

    @Test
    void productionIsNotChangedByHand() {
        stage.service("by-hand", true);

        String reason = refused("Straight to production", checkout -> {
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

        assertThat(reason).contains("production").contains("by-hand");
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

    /** Proposes the change, and returns why its check failed, after having seen that it cannot be merged. */
    private String refused(String title, Consumer<Checkout> change) {
        Checkout checkout = stage.clone("paula", PLATFORM);
        change.accept(checkout);
        int number = stage.propose(checkout, "paula", PLATFORM, title);
        JsonNode check = stage.check(PLATFORM, number, "FAILURE");

        ServerProblem merge = refusal(() ->
                stage.as("paula").post("/api/v1/repositories/" + PLATFORM + "/pulls/" + number + "/merge", Map.of()));

        assertThat(merge.status()).isIn(409, 422);
        assertThat(merge).hasMessageContaining("slipway/");
        assertThat(stage.pullRequest(PLATFORM, number).path("state").asString()).isEqualTo("OPEN");
        stage.as("paula").post("/api/v1/repositories/" + PLATFORM + "/pulls/" + number + "/close", null);
        return check.path("description").asString() + stage.comments(PLATFORM, number);
    }
}
