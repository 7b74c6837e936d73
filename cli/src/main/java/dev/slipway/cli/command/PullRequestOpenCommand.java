package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr open}. */
@Command(description = "Open a pull request for a branch that was pushed.")
final class PullRequestOpenCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "REPOSITORY", description = "organisation/name, or a service")
    private String repository = "";

    @Parameters(index = "1", paramLabel = "BRANCH", description = "the branch with the changes")
    private String branch = "";

    @Option(names = "--into", paramLabel = "BRANCH", defaultValue = "main", description = "default: main")
    private String into = "";

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "what it does, in one line")
    private String title = "";

    @Option(names = "--body", paramLabel = "MARKDOWN", description = "what reviewers should know")
    private String body = "";

    @Option(names = "--draft", description = "not to be merged yet")
    private boolean draft;

    PullRequestOpenCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode pull = server.post(
                RepositoryArgument.path(server, repository) + "/pulls",
                Map.of("sourceBranch", branch, "targetBranch", into, "title", title, "body", body, "draft", draft));
        output.result(pull);
        OnePullRequestCommand.line(pull, output);
        return ExitCode.DONE.code();
    }
}
