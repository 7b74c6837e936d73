package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** A command about one pull request. */
abstract class OnePullRequestCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "REPOSITORY", description = "organisation/name, or a service")
    private String repository = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "of the pull request")
    private int number;

    OnePullRequestCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** Its address in the API. */
    final String path(ServerClient server) {
        return RepositoryArgument.path(server, repository) + "/pulls/" + number;
    }

    /** One line, with everything that matters at a glance. */
    static void line(JsonNode pull, Output output) {
        List<String> notes = new ArrayList<>();
        pull.path("labels").forEach(label -> notes.add(label.asString()));
        output.line("#" + Json.text(pull, "number") + " " + Json.text(pull, "title") + ": " + state(pull)
                + (Json.text(pull, "mergedAs").isEmpty() ? "" : " as " + Json.brief(Json.text(pull, "mergedAs")))
                + (notes.isEmpty() ? "" : " [" + String.join(", ", notes) + "]"));
    }

    static String state(JsonNode pull) {
        boolean draft =
                pull.path("draft").asBoolean() && Json.text(pull, "state").equals("OPEN");
        return draft ? "DRAFT" : Json.text(pull, "state");
    }
}
