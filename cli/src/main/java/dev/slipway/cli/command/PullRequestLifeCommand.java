package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr close}, {@code reopen} and {@code ready}. */
@Command(description = "Close a pull request without merging it, open it again, or end its being a draft.")
final class PullRequestLifeCommand extends OnePullRequestCommand {

    private final String action;

    PullRequestLifeCommand(Surroundings surroundings, String action) {
        super(surroundings);
        this.action = action;
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode pull = server.post(path(server) + "/" + action, null);
        output.result(pull);
        line(pull, output);
        return ExitCode.DONE.code();
    }
}
