package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each golden path builds, runs, previews and promotes; {@link DemoIT} shows java-service. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class GoldenPathsIT {

    private static final String UNREACHABLE = "a dependency is neither in the cache nor can it be downloaded";

    private final Stage stage;
    private final Patience patience = new Patience(Duration.ofMinutes(4));

    GoldenPathsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void nodeService() {
        Assumptions.assumeTrue(isThere("node"), "skipped: Node is not installed");

        goesItsWay("node-service", "parcels", false);
    }

    @Test
    void springBootService() {
        goesItsWay("spring-boot-service", "loans", true);
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** @param production whether it is made with it; otherwise it is added once the service runs */
    private void goesItsWay(String template, String name, boolean production) {
        stage.shortenGates();
        JsonNode run = stage.ended(stage.ask("rosa", template, Stage.answers(name, production)));
        assertThat(run.path("status").asString()).as(run.toString()).isEqualTo("SUCCEEDED");
        builds(name);
        answersIn("dev", name, name + ".localhost", "Hello from " + name);
        previews(name);
        if (!production) {
            bringToProduction(name);
        }
        promotes(name);
    }

    private void builds(String name) {
        JsonNode build = await(
                "the first build of " + name,
                () -> stage.get("rosa", "/api/v1/builds?repository=acme/" + name)
                        .path(0),
                now -> Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                        .contains(now.path("status").asString()));
        Assumptions.assumeFalse(
                build.path("failure").asString("").contains(UNREACHABLE),
                "skipped: dependencies cannot be downloaded here");
        assertThat(build.path("status").asString()).as(build.toString()).isEqualTo("SUCCEEDED");
    }

    private void answersIn(String environment, String name, String host, String text) {
        await(
                name + " to be healthy in " + environment,
                () -> stage.environment(name, environment),
                now -> now.path("health").asString().equals("Healthy"));
        assertThat(answer(host)).contains(text);
    }

    private String answer(String host) {
        return new Workload(stage.server().port()).get(host, "/").body();
    }

    private void previews(String name) {
        Checkout checkout = stage.clone("rosa", "acme/" + name);
        checkout.edit("deploy/overlays/preview/environment.yaml", "Hello", "Moin");
        int number = stage.propose(checkout, "rosa", "acme/" + name, "Greet in the north");
        String head = checkout.git().run("rev-parse", "HEAD").strip();
        await(
                "the preview of " + name,
                () -> preview(name, number),
                now -> now.path("shown").asString().equals(head)
                        && now.path("state").asString().equals("READY"));
        assertThat(answer(name + "-pr-" + number + "-red.localhost")).contains("Moin from " + name);
        stage.as("rosa").post("/api/v1/repositories/acme/" + name + "/pulls/" + number + "/close", Map.of());
    }

    private JsonNode preview(String name, int number) {
        try {
            return stage.get("rosa", "/api/v1/previews/" + name + "/" + number);
        } catch (ServerProblem problem) {
            assertThat(problem.status()).isEqualTo(404);
            return JsonMapper.shared().createObjectNode();
        }
    }

    private void bringToProduction(String name) {
        CommandLine.Result asked =
                stage.run("rosa", "add-environment", name, "production", "--replicas", "2", "--wait", "--json");
        assertThat(asked.exit()).as(asked.toString()).isZero();
        String url = JsonMapper.shared().readTree(asked.said()).path("url").asString();
        stage.merge("rosa", "acme/" + name, Integer.parseInt(url.substring(url.lastIndexOf('/') + 1)));
        await(
                name + " to be declared in production",
                () -> stage.get("rosa", "/api/v1/services/" + name + "/environments/production/addition"),
                now -> now.path("state").asString().equals("SUCCEEDED"));
        String main = stage.clone("rosa", "acme/" + name)
                .git()
                .run("rev-parse", "HEAD")
                .strip();
        await(
                "the Release with the overlay in staging",
                () -> stage.environment(name, "staging"),
                now -> now.path("live").path("commit").asString("").equals(main));
    }

    private void promotes(String name) {
        answersIn("staging", name, name + "-staging.localhost", "Hello from " + name);
        ServerClient ren = stage.as("ren");
        JsonNode promotion = ren.post("/api/v1/services/" + name + "/environments/production/promotions", Map.of());
        String path = "/api/v1/promotions/" + promotion.path("id").asLong();
        stage.as("remy").post(path + "/approve", Map.of("comment", "Looks good"));
        await(
                "the promotion of " + name,
                () -> ren.get(path),
                now -> now.path("state").asString().equals("SUCCEEDED"));
        answersIn("production", name, name + "-prod.localhost", "Hello from " + name);
    }

    private JsonNode await(String what, Supplier<JsonNode> value, Predicate<JsonNode> wish) {
        return patience.await(
                what,
                () -> Optional.of(value.get()).filter(wish),
                () -> value.get().toString());
    }
}
