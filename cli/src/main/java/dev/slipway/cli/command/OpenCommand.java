package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway open}. */
@Command(name = "open", description = "Open a service's page, or the service itself in an environment.")
public final class OpenCommand extends ServerCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE", description = "nothing for the portal")
    private String service = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--print", description = "only write the address")
    private boolean printOnly;

    public OpenCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String url = url(server);
        output.line(url);
        output.result(JsonMapper.builder().build().createObjectNode().put("url", url));
        if (!printOnly && !output.asJson()) {
            browse(url);
        }
        return ExitCode.DONE.code();
    }

    private String url(ServerClient server) {
        if (service.isBlank()) {
            return server.address() + "/";
        }
        JsonNode found = server.get(service(service));
        return environment.isBlank()
                ? server.address() + "/services/" + segment(service)
                : found.path("environments")
                        .valueStream()
                        .filter(each -> Json.text(each, "name").equals(environment))
                        .map(each -> Json.text(each, "url"))
                        .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                        .findFirst()
                        .orElseThrow(this::noAddress);
    }

    private CliException noAddress() {
        return new CliException(
                ExitCode.NOT_FOUND,
                CliProblem.of(
                        "\"" + service + "\" has no address in \"" + environment + "\".",
                        "See its environments with: slipway services " + service));
    }

    /** Whatever opens web pages here; without one the address is written all the same. */
    private static void browse(String url) {
        String system = System.getProperty("os.name");
        List<String> command = system.startsWith("Mac")
                ? List.of("open", url)
                : system.startsWith("Windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                        : List.of("xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // The address has been written.
        }
    }
}
