package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.demo.LocalServer;
import dev.slipway.cli.demo.Patience;
import dev.slipway.cli.demo.People;
import dev.slipway.cli.demo.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the demo and its rounds leave behind on a server: all of it, and nothing twice. */
final class Aftermath {

    private static final String SERVICE = "pricing-api";
    private static final String PROMOTIONS = "/api/v1/services/" + SERVICE + "/promotions?limit=500";
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final LocalServer server;
    private final int rounds;
    private final ServerClient paula;

    /** @param rounds how many changes went to production and back again after the demo */
    Aftermath(LocalServer server, int rounds) {
        this.server = server;
        this.rounds = rounds;
        this.paula = People.read(server.port(), server.data()).client("paula");
    }

    void assertThatNothingIsLostAndNothingTwice() throws Exception {
        everythingHasEnded();
        everyCommitOfMainBuiltOnce();
        everyChangeWrittenOnce();
        everyPromotionToProductionOnce();
        everyWordOnRecordOnce();
        everyReplicaRunsOnce();
    }

    private void everythingHasEnded() {
        new Patience(SETTLING)
                .await(
                        "nothing to stand open",
                        () -> Optional.of(Phase.of(server, SERVICE))
                                .filter(phases -> phases.equals(Set.of(Phase.NOTHING_OPEN))),
                        () -> paula.get(PROMOTIONS).toString());
    }

    private void everyCommitOfMainBuiltOnce() throws Exception {
        List<JsonNode> builds = list("/api/v1/builds?limit=200&repository=acme/" + SERVICE);
        List<String> main = git(SERVICE, "log", "--first-parent", "--format=%H", "main");

        assertThat(main)
                .as("the first commit, the demo's three, and one a round")
                .hasSize(4 + rounds);
        assertThat(builds)
                .extracting(build -> build.path("commit").asString())
                .doesNotHaveDuplicates()
                .containsAll(main);
        assertThat(builds)
                .allSatisfy(build -> assertThat(build.path("status").asString())
                        .as(build.toString())
                        .isEqualTo("SUCCEEDED"));
    }

    private void everyChangeWrittenOnce() throws Exception {
        assertThat(git("platform", "log", "--format=%(trailers:key=Slipway-Change,valueonly)", "--no-merges", "main"))
                .doesNotHaveDuplicates();
        List<String> written = git("platform", "log", "--format=%H", "main", "--", "applications/" + SERVICE);
        List<String> promoted = list(PROMOTIONS).stream()
                .filter(promotion -> promotion.path("state").asString().equals("SUCCEEDED"))
                .map(promotion -> promotion.path("commit").asString())
                .toList();

        assertThat(promoted).doesNotHaveDuplicates();
        assertThat(written).containsAll(promoted);
    }

    private void everyPromotionToProductionOnce() throws Exception {
        List<String> subjects =
                git("platform", "log", "--format=%s", "main", "--", "applications/" + SERVICE + "/production.yaml");
        List<JsonNode> promotions = list(PROMOTIONS + "&environment=production");

        assertThat(subjects.stream().filter(subject -> subject.startsWith("Promote")))
                .as("two promotions to production, and one a round")
                .hasSize(2 + rounds);
        assertThat(subjects.stream().filter(subject -> subject.startsWith("Roll")))
                .as("one rollback, and one a round")
                .hasSize(1 + rounds);
        assertThat(promotions)
                .hasSize(3 + 2 * rounds)
                .allSatisfy(promotion -> assertThat(promotion.path("state").asString())
                        .as(promotion.toString())
                        .isEqualTo("SUCCEEDED"));
    }

    private void everyWordOnRecordOnce() {
        assertThat(paula.get("/api/v1/audit/verification").path("intact").asBoolean())
                .as("the audit's chain is whole")
                .isTrue();
        List<String> actions =
                list("/api/v1/audit?limit=500&subject=service:" + SERVICE + "/production", "entries").stream()
                        .map(entry -> entry.path("action").asString())
                        .toList();

        assertThat(actions.stream().filter("promotion.requested"::equals)).hasSize(2 + rounds);
        assertThat(actions.stream().filter("promotion.approved"::equals)).hasSize(2 + rounds);
        assertThat(actions.stream().filter("promotion.rolled-back"::equals)).hasSize(1 + rounds);
    }

    private void everyReplicaRunsOnce() {
        Map<String, Integer> replicas = Map.of("dev", 1, "staging", 2, "production", 2);
        replicas.forEach((environment, count) -> new Patience(Duration.ofMinutes(1))
                .await(
                        count + " ready pods in " + environment,
                        () -> Optional.of(pods(environment))
                                .filter(pods -> pods.size() == count
                                        && pods.stream()
                                                .allMatch(
                                                        pod -> pod.path("ready").asBoolean())),
                        () -> pods(environment).toString()));
        assertThat(new Workload(server.port())
                        .get(SERVICE + "-prod.localhost", "/")
                        .body())
                .as("production, after the last rollback")
                .contains("Ahoy");
    }

    private List<JsonNode> pods(String environment) {
        return list("/api/v1/applications/" + SERVICE + "-" + environment + "/state", "pods");
    }

    private List<JsonNode> list(String path, String... below) {
        JsonNode answer = paula.get(path);
        for (String name : below) {
            answer = answer.path(name);
        }
        return answer.valueStream().toList();
    }

    private List<String> git(String repository, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--git-dir",
                server.data()
                        .resolve("repositories/acme/" + repository + ".git")
                        .toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().filter(line -> !line.isBlank()).toList();
    }
}
