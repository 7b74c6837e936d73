package dev.slipway.cli.command;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.parity.OfflineParity;
import dev.slipway.cli.parity.ParityView;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code slipway parity}. */
@Command(
        name = "parity",
        description = "Compare the environments of services: what must match, and how what runs differs from Git.")
public final class ParityCommand extends ServerCommand {

    private static final int AT_ONCE = 1000;
    private static final Set<String> GOOD = Set.of("match", "excepted");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "term by term; without it every service gets a line")
    private @Nullable String service;

    @Option(names = "--team", paramLabel = "TEAM", description = "only services of this team")
    private String team = "";

    @Mixin
    private final CheckoutOption checkout = new CheckoutOption();

    public ParityCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode result = checkout.directory()
                .map(directory -> offline(OfflineParity.read(new LocalCheckout(directory, checkout.sources()))))
                .orElseGet(() -> online(server));
        output.result(result);
        JsonNode comparisons = result.path("comparisons");
        if (service == null) {
            ParityView.list(comparisons, result.path("total").asInt(), output);
        } else {
            ParityView.one(comparisons, result.path("drift"), output);
        }
        return (isGood(comparisons) ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private static boolean isGood(JsonNode comparisons) {
        for (JsonNode each : comparisons) {
            if (!GOOD.contains(Json.text(each, "verdict"))) {
                return false;
            }
        }
        return true;
    }

    private JsonNode offline(OfflineParity parity) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (service != null) {
            return result.put("service", service)
                    .set("comparisons", JsonMapper.shared().valueToTree(parity.of(service)));
        }
        ArrayNode comparisons = JsonNodeFactory.instance.arrayNode();
        parity.all().stream()
                .filter(each -> team.isEmpty() || each.team().equals(team))
                .forEach(each -> comparisons.add(JsonMapper.shared().<JsonNode>valueToTree(each)));
        return result.put("total", comparisons.size()).set("comparisons", comparisons);
    }

    private JsonNode online(ServerClient server) {
        if (service != null) {
            return server.get(API + "/parity/" + segment(service));
        }
        Pages pages = Pages.read(
                0,
                Integer.MAX_VALUE,
                AT_ONCE,
                "comparisons",
                (offset, limit) ->
                        server.get(API + "/parity?limit=" + limit + "&team=" + segment(team) + "&offset=" + offset));
        return JsonNodeFactory.instance
                .objectNode()
                .put("commit", Json.text(pages.last(), "commit"))
                .put("total", pages.items().size())
                .set("comparisons", pages.items());
    }
}
