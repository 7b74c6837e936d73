package dev.slipway.cli.command;

import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.err());
        return ExitCode.USAGE.code();
    }
}
