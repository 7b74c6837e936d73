package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.client.Waiting;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows changes of one environment's configuration: until they are merged, built, and what runs there is healthy with them. */
final class ConfigurationWatch {

    private static final Set<String> ENDED = Set.of("RUNNING", "FAILED", "UNCHANGED");
    private static final int HOW_FAR_BACK = 500;

    private final ServerClient server;
    private final Output output;
    private final String service;
    private final String environment;
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Set<String>> histories = new HashMap<>();

    ConfigurationWatch(ServerClient server, Output output, String service, String environment) {
        this.server = server;
        this.output = output;
        this.service = service;
        this.environment = environment;
    }

    /** @param changes by variable, as the server answered to each wish */
    int toEnd(Map<String, JsonNode> changes, Duration limit) {
        JsonNode ended =
                new Waiting(limit).until("The change", () -> all(changes), ConfigurationWatch::ended, this::progress);
        output.result(ended);
        boolean failed = ended.valueStream().anyMatch(each -> state(each).equals("FAILED"));
        return (failed ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    private static boolean ended(JsonNode all) {
        return all.valueStream().allMatch(each -> ENDED.contains(state(each)));
    }

    private static String state(JsonNode each) {
        return Json.text(each, "state");
    }

    private JsonNode all(Map<String, JsonNode> changes) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        changes.forEach((variable, answer) -> all.add(one(variable, Json.text(answer, "change"))));
        return all;
    }

    private ObjectNode one(String variable, String id) {
        ObjectNode one = JsonMapper.shared().createObjectNode().put("name", variable);
        if (id.isBlank()) {
            return stands(one, "UNCHANGED", "it is so on main already");
        }
        JsonNode change = server.get(ServerCommand.API + "/changes/" + ServerCommand.segment(id));
        one.put("change", id);
        return switch (state(change)) {
            case "COMMITTED" -> merged(one, Json.text(change, "commit"));
            case "PROPOSED" ->
                stands(
                        one,
                        "PROPOSED",
                        "waits for pull request " + Json.text(change, "pullRequest") + " of "
                                + Json.text(change, "repository") + " to be merged");
            case "CONFLICT", "REFUSED" -> stands(one, "FAILED", problems(change));
            default -> stands(one, "PENDING", "waits for its pull request to be made");
        };
    }

    private static ObjectNode stands(ObjectNode one, String state, String message) {
        return one.put("state", state).put("message", message);
    }

    private static String problems(JsonNode change) {
        return change.path("problems")
                .valueStream()
                .map(problem -> (Json.text(problem, "message") + " " + Json.text(problem, "next")).strip())
                .collect(Collectors.joining(" "));
    }

    private ObjectNode merged(ObjectNode one, String commit) {
        one.put("commit", commit);
        JsonNode found = server.get(ServerCommand.service(service));
        JsonNode place = found.path("environments")
                .valueStream()
                .filter(each -> Json.text(each, "name").equals(environment))
                .findFirst()
                .orElse(JsonMapper.shared().createObjectNode());
        if (holds(Json.text(found, "repository"), Json.text(place.path("live"), "commit"), commit)) {
            boolean done = Json.text(place, "health").equals("Healthy")
                    && Json.text(place, "openPromotion").isBlank();
            return done
                    ? stands(one, "RUNNING", "runs in " + environment)
                    : stands(one, "DEPLOYING", "its Release is in " + environment + ". " + reason(place));
        }
        return found.path("builds")
                .valueStream()
                .filter(build -> Json.text(build, "commit").equals(commit)
                        && Json.text(build, "status").equals("FAILED"))
                .findFirst()
                .map(build -> stands(
                        one,
                        "FAILED",
                        "build " + Json.text(build, "id") + " of it failed: " + Json.text(build, "failure")))
                .orElseGet(() -> stands(one, "MERGED", "merged, not in " + environment + " yet. " + reason(place)));
    }

    /** Whether what is live was made of this commit, or of one after it. */
    private boolean holds(String repository, String live, String commit) {
        return !live.isBlank()
                && (live.equals(commit)
                        || histories
                                .computeIfAbsent(live, _ -> history(repository, live))
                                .contains(commit));
    }

    private Set<String> history(String repository, String live) {
        String path = ServerCommand.API + "/repositories/" + repository + "/commits?revision="
                + ServerCommand.segment(live) + "&limit=" + HOW_FAR_BACK;
        return server.get(path)
                .valueStream()
                .map(commit -> Json.text(commit, "id"))
                .collect(Collectors.toSet());
    }

    private static String reason(JsonNode environment) {
        String hold = Json.text(environment.path("hold"), "reason");
        String said = hold.isBlank() ? Json.text(environment, "explanation") : "On hold: " + hold;
        return said.isBlank() ? Json.text(environment, "message") : said;
    }

    /** One line for each, when it says something new. */
    private void progress(JsonNode all) {
        all.forEach(each -> {
            String line = (Json.text(each, "name") + ": " + Json.text(each, "message")).strip();
            if (shown.add(line)) {
                output.line(line);
            }
        });
    }
}
