package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway template favourite}. */
@Command(description = "Mark a template: favourites come first in the portal.")
final class TemplateFavouriteCommand extends ServerCommand {

    static final String PATH = "/favourite-templates";

    @Parameters(index = "0", paramLabel = "NAME", description = "the template's name")
    private String name = "";

    @Option(names = "--remove", description = "take the mark away")
    private boolean remove;

    TemplateFavouriteCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        output.result(server.post(API + PATH, Map.of("template", name, "favourite", !remove)));
        output.line("\"" + name + "\" is " + (remove ? "no longer " : "") + "one of your favourites.");
        return ExitCode.DONE.code();
    }
}
