package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr list}. */
@Command(description = "List pull requests, newest first.")
final class PullRequestListCommand extends ServerCommand {

    /** Which ones. */
    enum Wanted {
        OPEN,
        MERGED,
        CLOSED,
        ALL
    }

    @Parameters(index = "0", paramLabel = "REPOSITORY", description = "organisation/name, or a service")
    private String repository = "";

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "OPEN", description = "${COMPLETION-CANDIDATES}")
    private Wanted state = Wanted.OPEN;

    @Option(names = "--label", paramLabel = "LABEL", description = "only those that carry it")
    private String label = "";

    @Option(names = "--author", paramLabel = "ACCOUNT", description = "only those of this account")
    private String author = "";

    @Option(names = "--before", paramLabel = "N", description = "only those with a smaller number: how one pages on")
    private int before;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "30", description = "at most 100; default 30")
    private int limit;

    PullRequestListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        JsonNode pulls = server.get(RepositoryArgument.path(server, repository) + "/pulls?limit=" + limit
                + (state == Wanted.ALL ? "" : "&state=" + state)
                + (label.isEmpty() ? "" : "&label=" + segment(label))
                + (author.isEmpty() ? "" : "&author=" + segment(author))
                + (before == 0 ? "" : "&before=" + before));
        output.result(pulls);
        Table table = new Table("NUMBER", "STATE", "TITLE", "AUTHOR", "BRANCH", "LABELS", "CHANGED");
        pulls.forEach(pull -> table.row(
                Json.text(pull, "number"),
                OnePullRequestCommand.state(pull),
                Json.text(pull, "title"),
                Json.text(pull, "author"),
                Json.text(pull, "sourceBranch"),
                labels(pull),
                Json.ago(Json.text(pull, "updatedAt"), now())));
        if (table.isEmpty()) {
            output.line("There are none.");
        } else {
            output.table(table);
        }
        return ExitCode.DONE.code();
    }

    private static String labels(JsonNode pull) {
        List<String> labels = new ArrayList<>();
        pull.path("labels").forEach(each -> labels.add(each.asString()));
        return String.join(", ", labels);
    }
}
