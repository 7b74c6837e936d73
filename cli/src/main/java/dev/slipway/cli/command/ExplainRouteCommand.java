package dev.slipway.cli.command;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.gitops.routes.explain.CheckoutRoutes;
import dev.slipway.gitops.routes.explain.Explanation;
import dev.slipway.gitops.routes.explain.Inquiry;
import dev.slipway.gitops.routes.explain.LiveReplicas;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway route explain}. */
@Command(
        name = "explain",
        description = "Walk a request's route hop by hop, with file and line, and say where and why it ends.")
public final class ExplainRouteCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "URL", description = "for example pricing-api.localhost/prices?id=7")
    private String url = "";

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "GET", description = "default ${DEFAULT-VALUE}")
    private String method = "GET";

    @Option(names = "--header", paramLabel = "\"NAME: VALUE\"", description = "as often as there are headers")
    private List<String> headers = List.of();

    @Mixin
    private final CheckoutOption checkout = new CheckoutOption();

    public ExplainRouteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode explanation = checkout.directory().map(this::offline).orElseGet(() -> server.get(path()));
        output.result(explanation);
        RouteView.show(explanation, output);
        return (explanation.path("reaches").asBoolean() ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    private String path() {
        StringBuilder path = new StringBuilder(API)
                .append("/routes/explain?url=")
                .append(segment(url))
                .append("&method=")
                .append(segment(method));
        headers.forEach(each -> path.append("&header=").append(segment(each)));
        return path.toString();
    }

    private JsonNode offline(Path platform) {
        LocalCheckout files = new LocalCheckout(platform, checkout.sources());
        try {
            Explanation explanation =
                    CheckoutRoutes.of(files.read()).explain(Inquiry.of(url, method, headers()), LiveReplicas.unknown());
            return JsonMapper.shared().valueToTree(explanation);
        } catch (IllegalArgumentException e) {
            throw refused("URL, --directory", String.valueOf(e.getMessage()), "a URL, and the root of a checkout");
        }
    }

    private Map<String, String> headers() {
        Map<String, String> read = new LinkedHashMap<>();
        for (String each : headers) {
            int colon = each.indexOf(':', 1);
            if (colon < 0) {
                throw refused("--header", "\"" + each + "\" is no header.", "name: value");
            }
            read.put(each.substring(0, colon).strip(), each.substring(colon + 1).strip());
        }
        return read;
    }

    private static CliException refused(String where, String message, String expected) {
        return new CliException(ExitCode.REFUSED, new CliProblem(where, message, expected, null));
    }
}
