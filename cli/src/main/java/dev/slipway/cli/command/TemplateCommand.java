package dev.slipway.cli.command;

import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slipway template}: what its subcommands have in common is a name. */
@Command(
        name = "template",
        description = {
            "Templates in directories, without a server: lint, test, dry-run, actions.",
            "Templates of the platform: list, favourite, run, runs, log, cancel, retry."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class TemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: slipway template dry-run DIR --values values.yaml");
    }

    /** By name, in the order of the help. */
    public static Map<String, ServerCommand> subcommands(Surroundings surroundings) {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("lint", new TemplateLintCommand(surroundings));
        commands.put("test", new TemplateTestCommand(surroundings));
        commands.put("dry-run", new TemplateDryRunCommand(surroundings));
        commands.put("actions", new TemplateActionsCommand(surroundings));
        commands.put("list", new TemplateListCommand(surroundings));
        commands.put("favourite", new TemplateFavouriteCommand(surroundings));
        commands.put("run", new TemplateRunCommand(surroundings));
        commands.put("runs", new TemplateRunsCommand(surroundings));
        commands.put("log", new TemplateLogCommand(surroundings));
        commands.put("cancel", new TemplateCancelCommand(surroundings));
        commands.put("retry", new TemplateRetryCommand(surroundings));
        return commands;
    }
}
