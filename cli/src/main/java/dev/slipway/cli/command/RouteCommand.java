package dev.slipway.cli.command;

import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code slipway route}: what there is about routes. */
@Command(name = "route", description = "Explain where requests lead.", synopsisSubcommandLabel = "COMMAND")
public final class RouteCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public RouteCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** With its own commands below it. */
    public static CommandLine line(Surroundings surroundings) {
        CommandLine explain = new CommandLine(new ExplainRouteCommand(surroundings));
        explain.getCommandSpec().mixinStandardHelpOptions(true);
        return new CommandLine(new RouteCommand(surroundings)).addSubcommand(explain);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.err());
        return ExitCode.USAGE.code();
    }
}
