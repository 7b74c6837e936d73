package dev.slipway.endtoend;

import static dev.slipway.endtoend.Stage.answers;
import static dev.slipway.endtoend.Stage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.client.ServerProblem;
import java.util.ArrayList;
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
        Map<String, Object> again = with("name", "taken");
        int runs = (int) runsOf("taken").count();
        String before = stage.head(Stage.PLATFORM);

        List<String> problems = refusal(() -> stage.ask("rosa", again)).problems();

        assertThat(problems).anyMatch(problem -> problem.startsWith("name: ") && problem.contains("\"taken\""));
        inTheForm(again, problems);
        onTheCommandLine(again, problems);
        assertThat(stage.changesSince(before)).isEmpty();
        assertThat(stage.services().stream().filter("taken"::equals)).hasSize(1);
        assertThat(runsOf("taken")).hasSize(runs);
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

    /**
     * The problems that the API tells, after having made sure that portal and command line tell them too, and that they are
     * all that came of it.
     */
    private List<String> refused(Map<String, Object> values) {
        String before = stage.head(Stage.PLATFORM);
        ServerProblem problem = refusal(() -> stage.ask("rosa", values));
        assertThat(problem.status()).isIn(400, 403, 409, 422);
        inTheForm(values, problem.problems());
        onTheCommandLine(values, problem.problems());
        assertThat(stage.changesSince(before)).isEmpty();
        nothingCameOf(values);
        return problem.problems();
    }

    /** The form comes back with what was typed, and says at its fields what is wrong. */
    private void inTheForm(Map<String, Object> values, List<String> problems) {
        Map<String, Object> form = new HashMap<>(Map.of("go", "create"));
        values.forEach((field, value) -> form.put("v." + field, value));

        var page = stage.portal("rosa").submit("/create/java-service", "/create/java-service", form);

        assertThat(page.statusCode()).isIn(200, 422);
        assertThat(page.body()).contains("value=\"" + values.get("name") + "\"");
        assertThat(problems.stream().filter(problem -> Portal.text(page.body()).contains(message(problem))))
                .as(problems + " in " + Portal.text(page.body()))
                .isNotEmpty();
    }

    private void onTheCommandLine(Map<String, Object> values, List<String> problems) {
        List<String> arguments = new ArrayList<>(List.of("new", String.valueOf(values.get("name"))));
        arguments.addAll(List.of("--team", String.valueOf(values.get("team")), "--description", "For a test"));
        arguments.addAll(List.of("--production", "--replicas", String.valueOf(values.get("replicas"))));

        var result = stage.run("rosa", arguments.toArray(String[]::new));

        assertThat(result.exit()).isNotZero();
        assertThat(problems)
                .filteredOn(problem -> !problem.startsWith("flavour"))
                .allSatisfy(problem -> assertThat(result.said()).contains(message(problem)));
    }

    /** What follows the field's name. */
    private static String message(String problem) {
        return problem.substring(problem.indexOf(": ") + 2).split("\n", 2)[0];
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
