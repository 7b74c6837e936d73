package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.demo.Demo;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The server is killed at random moments of the demo's flow and started again: it ends as if nothing had happened. */
@ResourceLock("machine")
class KillsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private Path directory;

    private LocalServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void fiveKillsMakeNoDifference() throws Exception {
        survives(5, new Random());
    }

    @Test
    @Tag("long")
    void twentyKillsMakeNoDifference() throws Exception {
        survives(20, new Random());
    }

    private void survives(int kills, Random random) throws Exception {
        server = Installation.in(directory);
        server.start();
        StringWriter said = new StringWriter();
        Demo demo = new Demo(
                server,
                Files.createDirectories(directory.resolve("clones")),
                new PrintWriter(said),
                new Patience(PATIENCE));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> flow = threads.submit(demo::run);
            for (int kill = 0; kill < kills; kill++) {
                letItRunForAWhile(flow, random);
                server.kill();
                server.start();
            }
            flow.get(20, TimeUnit.MINUTES);
        } finally {
            System.out.println(said);
        }
        nothingTwiceNothingMissing();
        ServerClient rosa = People.read(server.port(), server.data()).client("rosa");
        everyCommitOfMainBuiltOnce(rosa);
        everyReplicaRunsOnce(rosa);
    }

    /** Whatever the flow does in these seconds, it is interrupted in the middle of it. */
    private static void letItRunForAWhile(Future<?> flow, Random random) throws Exception {
        try {
            flow.get(2_000 + random.nextInt(8_000), TimeUnit.MILLISECONDS);
            throw new AssertionError("The flow ended before all kills had come");
        } catch (java.util.concurrent.TimeoutException stillRunning) {
            assertThat(flow).isNotDone();
        }
    }

    private void nothingTwiceNothingMissing() throws Exception {
        String repository =
                server.data().resolve("repositories/acme/platform.git").toString();
        List<String> changes =
                git(repository, "log", "--format=%(trailers:key=Slipway-Change,valueonly)", "--no-merges", "main");
        assertThat(changes).doesNotHaveDuplicates();
        List<String> deployments =
                git(repository, "log", "--format=%s", "main", "--", "applications/pricing-api/production.yaml");
        assertThat(deployments.stream().filter(subject -> subject.startsWith("Promote")))
                .as("two promotions to production")
                .hasSize(2);
        assertThat(deployments.stream().filter(subject -> subject.startsWith("Roll")))
                .as("one rollback")
                .hasSize(1);
    }

    private void everyCommitOfMainBuiltOnce(ServerClient client) throws Exception {
        List<JsonNode> builds = client.get("/api/v1/builds?repository=acme/pricing-api&limit=100")
                .valueStream()
                .toList();
        List<String> built =
                builds.stream().map(build -> build.path("commit").asString()).toList();
        String repository =
                server.data().resolve("repositories/acme/pricing-api.git").toString();

        assertThat(built)
                .doesNotHaveDuplicates()
                .containsAll(git(repository, "log", "--first-parent", "--format=%H", "main"));
        assertThat(builds)
                .allSatisfy(build -> assertThat(build.path("status").asString()).isEqualTo("SUCCEEDED"));
    }

    private static void everyReplicaRunsOnce(ServerClient client) {
        Map<String, Integer> replicas = Map.of("dev", 1, "staging", 2, "production", 2);
        replicas.forEach((environment, count) -> new Patience(Duration.ofMinutes(1))
                .await(
                        count + " ready pods in " + environment,
                        () -> Optional.of(pods(client, environment))
                                .filter(pods -> pods.size() == count
                                        && pods.stream()
                                                .allMatch(
                                                        pod -> pod.path("ready").asBoolean())),
                        () -> pods(client, environment).toString()));
    }

    private static List<JsonNode> pods(ServerClient client, String environment) {
        return client.get("/api/v1/applications/pricing-api-" + environment + "/state")
                .path("pods")
                .valueStream()
                .toList();
    }

    private static List<String> git(String repository, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git", "--git-dir", repository));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().filter(line -> !line.isBlank()).toList();
    }
}
