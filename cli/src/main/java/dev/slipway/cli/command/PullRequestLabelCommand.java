package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr label}. */
@Command(description = "Label a pull request, or take labels off.")
final class PullRequestLabelCommand extends OnePullRequestCommand {

    @Parameters(index = "2..*", paramLabel = "LABEL", description = "to add; a new one is added to the repository, too")
    private List<String> labels = List.of();

    @Option(names = "--remove", paramLabel = "LABEL", description = "to take off; may be given several times")
    private List<String> removed = List.of();

    PullRequestLabelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        if (labels.isEmpty() && removed.isEmpty()) {
            throw new CliException(
                    ExitCode.USAGE, CliProblem.of("There is no label.", "Name one, or one to --remove."));
        }
        String path = path(server);
        labels.forEach(label -> server.post(path + "/labels", Map.of("name", label)));
        removed.forEach(label -> server.delete(path + "/labels/" + segment(label)));
        JsonNode pull = server.get(path);
        output.result(pull);
        line(pull, output);
        return ExitCode.DONE.code();
    }
}
