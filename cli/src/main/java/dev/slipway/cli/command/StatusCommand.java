package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code slipway status}. */
@Command(name = "status", description = "Show what waits for you, how a service stands, or how a promotion goes.")
public final class StatusCommand extends ServerCommand {

    private static final int NEWEST = 5;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE")
    private String service = "";

    @Option(
            names = "--promotion",
            paramLabel = "N",
            description = "show what this promotion changes, and its gates; with --wait to its end")
    private @Nullable String promotion;

    @Mixin
    private final ConnectionOptions.WaitOptions wait = new ConnectionOptions.WaitOptions();

    public StatusCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (promotion != null) {
            return ofPromotion(server, output, number(promotion));
        }
        return service.isBlank() ? mine(server, output) : ofService(server, output);
    }

    /** An empty variable of a script must not turn the question about one promotion into one about all. */
    private static String number(String given) {
        if (given.isBlank()) {
            throw new CliException(
                    ExitCode.USAGE,
                    new CliProblem(
                            "--promotion",
                            "It names no promotion.",
                            "the number of a promotion",
                            "Leave it out to see all that waits for you."));
        }
        return given;
    }

    private int ofPromotion(ServerClient server, Output output, String number) {
        String path = API + "/promotions/" + segment(number);
        JsonNode found = server.get(path);
        if (!wait.wanted() && ContentView.hasContent(found)) {
            JsonNode content = server.get(path + "/content");
            ContentView.show(content, output);
            ((ObjectNode) found).set("content", content);
        }
        return new PromotionView(server, output).show(found, wait);
    }

    private static int mine(ServerClient server, Output output) {
        JsonNode waiting = server.get(API + "/promotions/awaiting-approval");
        output.line("Slipway answers at " + server.address());
        if (waiting.isEmpty()) {
            output.line("No promotion waits for your approval.");
        } else {
            promotions(waiting, output);
            output.line("Approve with: slipway approve PROMOTION");
        }
        output.result(waiting);
        return ExitCode.DONE.code();
    }

    private int ofService(ServerClient server, Output output) {
        JsonNode found = server.get(service(service));
        JsonNode history = server.get(service(service) + "/promotions?limit=" + NEWEST);
        EnvironmentTable.show(found, output);
        promotions(history, output);
        ObjectNode both = JsonMapper.builder().build().createObjectNode();
        both.set("service", found);
        both.set("promotions", history);
        output.result(both);
        return ExitCode.DONE.code();
    }

    private static void promotions(JsonNode promotions, Output output) {
        Table table = new Table("PROMOTION", "KIND", "SERVICE", "TO", "RELEASE", "STATE", "BY", "ASKED");
        promotions.forEach(each -> table.row(
                Json.text(each, "id"),
                Json.text(each, "kind"),
                Json.text(each, "service"),
                Json.text(each, "to"),
                Json.text(each, "release"),
                Json.text(each, "state"),
                Json.text(each, "requestedBy"),
                Json.ago(Json.text(each, "requestedAt"), now())));
        if (!table.isEmpty()) {
            output.table(table);
        }
    }
}
