package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** {@code slipway rollback}. */
@Command(
        name = "rollback",
        description = "Go back to the Release before; sets a hold on the environment and a veto on the Release.")
public final class RollbackCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, for everybody to read")
    private String reason = "";

    @Option(
            names = "--from",
            paramLabel = "RELEASE",
            description = "refuse to leave any but this one, which slipway services showed; by default what is live")
    private String from = "";

    @Option(names = "--to", paramLabel = "RELEASE", description = "refuse to go back to any but this one")
    private String to = "";

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public RollbackCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("reason", reason);
        put(wish, "from", from.isBlank() ? shown(server, output) : from);
        put(wish, "to", to);
        return new PromotionView(server, output)
                .show(server.post(environment(service, environment) + "/rollback", wish), wait);
    }

    /** What is live, which is told before it is left; empty when nothing is. */
    private String shown(ServerClient server, Output output) {
        JsonNode live = server.get(service(service))
                .path("environments")
                .valueStream()
                .filter(each -> Json.text(each, "name").equals(environment))
                .map(each -> each.path("live"))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
        String release = Json.text(live, "id");
        if (!release.isBlank()) {
            output.line(environment + " of " + service + " leaves Release " + release + " ("
                    + Json.brief(Json.text(live, "commit")) + ").");
        }
        return release;
    }

    private static void put(Map<String, String> wish, String field, String release) {
        if (!release.isBlank()) {
            wish.put(field, release);
        }
    }
}
