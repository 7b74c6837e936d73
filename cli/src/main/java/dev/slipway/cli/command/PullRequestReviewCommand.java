package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code slipway pr review}. */
@Command(description = "Approve a pull request, ask for changes, or comment.")
final class PullRequestReviewCommand extends OnePullRequestCommand {

    /** Exactly one of them. */
    static final class Verdict {
        @Option(names = "--approve", description = "approve its head")
        private boolean approve;

        @Option(names = "--request-changes", description = "ask for changes; needs --comment")
        private boolean requestChanges;

        @Option(names = "--comment-only", description = "decide nothing; needs --comment")
        private boolean commentOnly;

        private String word() {
            if (commentOnly) {
                return "COMMENTED";
            }
            return approve && !requestChanges ? "APPROVED" : "CHANGES_REQUESTED";
        }
    }

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    @Option(names = "--comment", paramLabel = "TEXT", description = "in Markdown")
    private String comment = "";

    @Option(
            names = "--commit",
            paramLabel = "COMMIT",
            description = "the head that you have seen; default: the present one")
    private String commit = "";

    PullRequestReviewCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("verdict", verdict.word(), "markdown", comment));
        if (!commit.isEmpty()) {
            body.put("commit", commit);
        }
        JsonNode review = server.post(path(server) + "/reviews", body);
        output.result(review);
        output.line(Json.text(review, "verdict") + " at " + Json.brief(Json.text(review, "commit")) + ".");
        return ExitCode.DONE.code();
    }
}
