package dev.slipway.cli.command;

import dev.slipway.cli.shell.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slipway catalog}: what its subcommands have in common is a name. */
@Command(
        name = "catalog",
        description = "The catalog: list, get, validate, graph, who-owns, affected, health.",
        synopsisSubcommandLabel = "COMMAND")
public final class CatalogCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do, for example: slipway catalog who-owns pricing-api");
    }

    /** By name, in the order of the help. */
    public static Map<String, ServerCommand> subcommands(Surroundings surroundings) {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("list", new CatalogListCommand(surroundings));
        commands.put("get", new CatalogGetCommand(surroundings));
        commands.put("validate", new CatalogValidateCommand(surroundings));
        commands.put("graph", new CatalogGraphCommand(surroundings));
        commands.put("who-owns", new CatalogWhoOwnsCommand(surroundings));
        commands.put("affected", new CatalogAffectedCommand(surroundings));
        commands.put("health", new CatalogHealthCommand(surroundings));
        return commands;
    }
}
