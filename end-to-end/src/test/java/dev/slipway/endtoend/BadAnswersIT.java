package dev.slipway.endtoend;

import static dev.slipway.endtoend.Stage.answers;
import static dev.slipway.endtoend.Stage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.CommandLineInterface;
import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.shell.Surroundings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Wrong answers in the form of a golden path: each is told which answer and why, and nothing comes of it. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class BadAnswersIT {

    private final Stage stage;

    BadAnswersIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pricing API",
                "x",
                "pricing-",
                "9lives",
                "../../etc",
                "a-name-that-is-longer-than-forty-characters-are"
            })
    void aNameThatIsNoNameIsRefused(String name) {
        assertThat(refused(with("name", name))).anyMatch(problem -> problem.startsWith("name: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slipway", "registry", "platform", "pricing-pr-7"})
    void aNameThatThePlatformNeedsIsRefused(String name) {
        assertThat(refused(with("name", name))).anyMatch(problem -> problem.contains("\"" + name + "\""));
    }

    @Test
    void aNameThatIsTakenIsRefusedForEverybody() {
        stage.service("taken", false);
        String before = stage.head(Stage.PLATFORM);

        List<String> problems =
                refusal(() -> stage.ask("rosa", answers("taken", false))).problems();

        assertThat(problems).anyMatch(problem -> problem.startsWith("name: ") && problem.contains("\"taken\""));
        assertThat(stage.changesSince(before)).isEmpty();
        assertThat(stage.services().stream().filter("taken"::equals)).hasSize(1);
    }

    @Test
    void aNameWhoseHostIsAnothersIsRefused() {
        stage.service("harbour", false);

        assertThat(refused(with("name", "harbour-staging")))
                .anyMatch(problem -> problem.contains("harbour-staging.localhost") && problem.contains("\"harbour\""));
    }

    @Test
    void ofTwoWhoAskForOneNameAtTheSameTimeOneGetsIt() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> ask = () -> {
                try {
                    return stage.ended(stage.ask("rosa", answers("contested", false)))
                            .path("status")
                            .asString();
                } catch (ServerProblem refused) {
                    return refused.getMessage();
                }
            };
            List<String> ends = threads.invokeAll(List.of(ask, ask)).stream()
                    .map(future -> Objects.requireNonNull(future.resultNow()))
                    .toList();

            assertThat(ends.stream().filter("SUCCEEDED"::equals))
                    .as(ends.toString())
                    .hasSize(1);
        }
        assertThat(stage.repositories().stream().filter("acme/contested"::equals))
                .hasSize(1);
        stage.runsInDev("contested");
    }

    @Test
    void aTeamThatIsNotThereIsRefusedWithTheTeamsThatAre() {
        assertThat(refused(with("team", "group:default/rad")))
                .anyMatch(problem -> problem.contains("rad") && problem.contains("red"));
    }

    @Test
    void anotherTeamsServiceIsRefused() {
        assertThat(refused(with("team", "group:default/blue"))).anyMatch(problem -> problem.contains("blue"));
    }

    @Test
    void oneReplicaInProductionIsRefused() {
        assertThat(refused(with("replicas", 1)))
                .anyMatch(problem -> problem.startsWith("replicas: ") && problem.contains("2"));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Map<String, Object> values = with("name", "Pricing API");
        values.put("replicas", 1);
        values.put("flavour", "sweet");

        assertThat(refused(values)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theCommandLineSaysTheSame() {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        Map<String, String> environment = Map.of(
                "SLIPWAY_SERVER", "http://127.0.0.1:" + stage.server().port(), "SLIPWAY_TOKEN", stage.token("rosa"));

        int exit = new CommandLineInterface(
                        new Surroundings(environment, InputStream.nullInputStream(), false, out, out))
                .run("new", "unborn", "--team", "red", "--production", "--replicas", "1");

        assertThat(exit).isNotZero();
        assertThat(said.toString()).contains("replicas").contains("2");
        nothingCameOf(with("replicas", 1));
    }

    @Test
    void aTemplateThatIsNotThereIsRefused() {
        ServerProblem problem =
                refusal(() -> stage.as("rosa").post("/api/v1/templates/java-servise/runs", Map.of("values", Map.of())));

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem).hasMessageContaining("\"java-servise\"");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> values = new HashMap<>(answers("unborn", true));
        values.put(field, value);
        return values;
    }

    /** The problems, after having made sure that they are all that came of it. */
    private List<String> refused(Map<String, Object> values) {
        String before = stage.head(Stage.PLATFORM);
        ServerProblem problem = refusal(() -> stage.ask("rosa", values));
        assertThat(problem.status()).isIn(400, 403, 409, 422);
        assertThat(stage.changesSince(before)).isEmpty();
        nothingCameOf(values);
        return problem.problems();
    }

    private void nothingCameOf(Map<String, Object> values) {
        String name = String.valueOf(values.get("name"));
        assertThat(stage.services()).doesNotContain(name);
        if (!name.equals("platform")) {
            assertThat(stage.repositories()).doesNotContain("acme/" + name);
        }
        assertThat(runsOf(name)).isEmpty();
    }

    private Stream<JsonNode> runsOf(String name) {
        return stage.get("rosa", "/api/v1/runs")
                .valueStream()
                .filter(run -> run.path("values").path("name").asString("").equals(name));
    }
}
