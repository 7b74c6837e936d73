package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr merge}. */
@Command(description = "Merge a pull request.")
final class PullRequestMergeCommand extends OnePullRequestCommand {

    @Option(names = "--squash", description = "as one commit, with the trailers of all")
    private boolean squash;

    @Option(
            names = "--commit",
            paramLabel = "COMMIT",
            description = "the head that you have seen; default: the present one")
    private String commit = "";

    PullRequestMergeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String path = path(server);
        String head = commit.isEmpty() ? Json.text(server.get(path), "head") : commit;
        JsonNode pull =
                server.post(path + "/merge", Map.of("expectedHead", head, "method", squash ? "SQUASH" : "MERGE"));
        output.result(pull);
        line(pull, output);
        return ExitCode.DONE.code();
    }
}
