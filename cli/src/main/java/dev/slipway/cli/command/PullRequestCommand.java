package dev.slipway.cli.command;

import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slipway pr}: what its subcommands have in common is a name. */
@Command(
        name = "pr",
        description = "Pull requests: list, open, show, review, merge, close, reopen, ready, label.",
        synopsisSubcommandLabel = "COMMAND")
public final class PullRequestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: slipway pr list acme/pricing-api");
    }

    /** By name, in the order of the help. */
    public static Map<String, ServerCommand> subcommands(Surroundings surroundings) {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("list", new PullRequestListCommand(surroundings));
        commands.put("open", new PullRequestOpenCommand(surroundings));
        commands.put("show", new PullRequestShowCommand(surroundings));
        commands.put("review", new PullRequestReviewCommand(surroundings));
        commands.put("merge", new PullRequestMergeCommand(surroundings));
        commands.put("close", new PullRequestLifeCommand(surroundings, "close"));
        commands.put("reopen", new PullRequestLifeCommand(surroundings, "reopen"));
        commands.put("ready", new PullRequestLifeCommand(surroundings, "ready"));
        commands.put("label", new PullRequestLabelCommand(surroundings));
        return commands;
    }
}
