package dev.slipway.cli;

import dev.slipway.cli.client.ServerProblem;
import dev.slipway.cli.command.AddEnvironmentCommand;
import dev.slipway.cli.command.ApplicationsCommand;
import dev.slipway.cli.command.ApproveCommand;
import dev.slipway.cli.command.BackupCommand;
import dev.slipway.cli.command.BuildsCommand;
import dev.slipway.cli.command.CatalogCommand;
import dev.slipway.cli.command.ConfigCommand;
import dev.slipway.cli.command.DeleteCommand;
import dev.slipway.cli.command.DiffCommand;
import dev.slipway.cli.command.DoctorCommand;
import dev.slipway.cli.command.ExplainRouteCommand;
import dev.slipway.cli.command.InspectCommand;
import dev.slipway.cli.command.LiftHoldCommand;
import dev.slipway.cli.command.LiftVetoCommand;
import dev.slipway.cli.command.LoginCommand;
import dev.slipway.cli.command.LogsCommand;
import dev.slipway.cli.command.MirrorsCommand;
import dev.slipway.cli.command.NewCommand;
import dev.slipway.cli.command.OnboardCommand;
import dev.slipway.cli.command.OpenCommand;
import dev.slipway.cli.command.ParityCommand;
import dev.slipway.cli.command.PreviewsCommand;
import dev.slipway.cli.command.PromoteCommand;
import dev.slipway.cli.command.PublishCommand;
import dev.slipway.cli.command.PullRequestCommand;
import dev.slipway.cli.command.RejectCommand;
import dev.slipway.cli.command.RenderCommand;
import dev.slipway.cli.command.RetentionCommand;
import dev.slipway.cli.command.RollbackCommand;
import dev.slipway.cli.command.RouteCommand;
import dev.slipway.cli.command.ServerCommand;
import dev.slipway.cli.command.ServicesCommand;
import dev.slipway.cli.command.StatusCommand;
import dev.slipway.cli.command.TemplateCommand;
import dev.slipway.cli.command.ValidateCommand;
import dev.slipway.cli.demo.DemoCommand;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Puts the commands together and makes exit codes of what they come to. */
public final class CommandLineInterface {

    private final Surroundings surroundings;

    public CommandLineInterface(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@code slipway} alone. */
    @Command(
            name = "slipway",
            mixinStandardHelpOptions = true,
            version = "slipway 0.1.0",
            description = "An internal developer platform in one process.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Started by the launcher: up (run Slipway), restore (a backup), test, build.",
                "A token is taken from SLIPWAY_TOKEN, from slipway login, or from the server's data on this machine."
            })
    static final class Root {}

    /** Runs a command and returns its exit code. */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        commands().forEach(command -> line.addSubcommand(withHelp(command)));
        line.addSubcommand(group(new PullRequestCommand(), PullRequestCommand.subcommands(surroundings)));
        line.addSubcommand(group(new CatalogCommand(), CatalogCommand.subcommands(surroundings)));
        line.addSubcommand(group(new TemplateCommand(), TemplateCommand.subcommands(surroundings)));
        line.addSubcommand(withHelp(new RouteCommand(surroundings))
                .addSubcommand(withHelp(new ExplainRouteCommand(surroundings))));
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setOut(surroundings.out()).setErr(surroundings.err());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new WrongUsage());
        line.setExecutionExceptionHandler((e, failed, parsed) -> failure(e, failed));
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        if (arguments.length == 0) {
            line.usage(surroundings.out());
            return ExitCode.USAGE.code();
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            // what the command held is gone by now
            return outOfMemory(new Output(
                    surroundings.out(), surroundings.err(), List.of(arguments).contains("--json")));
        }
    }

    private List<Callable<Integer>> commands() {
        return List.of(
                new NewCommand(surroundings),
                new OnboardCommand(surroundings),
                new AddEnvironmentCommand(surroundings),
                new ServicesCommand(surroundings),
                new StatusCommand(surroundings),
                new ApplicationsCommand(surroundings),
                new BuildsCommand(surroundings),
                new PreviewsCommand(surroundings),
                new PromoteCommand(surroundings),
                new PublishCommand(surroundings),
                new ApproveCommand(surroundings),
                new RejectCommand(surroundings),
                new RollbackCommand(surroundings),
                new LiftHoldCommand(surroundings),
                new LiftVetoCommand(surroundings),
                new ConfigCommand(surroundings),
                new LogsCommand(surroundings),
                new MirrorsCommand(surroundings),
                new RenderCommand(surroundings),
                new DiffCommand(surroundings),
                new InspectCommand(surroundings),
                new ParityCommand(surroundings),
                new ValidateCommand(surroundings),
                new OpenCommand(surroundings),
                new DeleteCommand(surroundings),
                new LoginCommand(surroundings),
                new DoctorCommand(surroundings),
                new BackupCommand(surroundings),
                new RetentionCommand(surroundings),
                new DemoCommand());
    }

    private static CommandLine group(Callable<Integer> command, Map<String, ServerCommand> subcommands) {
        CommandLine line = withHelp(command);
        subcommands.forEach((name, subcommand) -> line.addSubcommand(name, withHelp(subcommand)));
        line.addSubcommand(new CommandLine.HelpCommand());
        return line;
    }

    private static CommandLine withHelp(Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().mixinStandardHelpOptions(true);
        return line;
    }

    private int failure(Exception e, CommandLine failed) {
        Output output = failed.getCommand() instanceof ServerCommand command
                ? command.output()
                : new Output(surroundings.out(), surroundings.err(), false);
        if (e instanceof ServerProblem problem) {
            output.problems(problem.details());
            return ExitCode.ofStatus(problem.status()).code();
        }
        if (e instanceof CliException problem) {
            output.problems(problem.problems());
            return problem.exitCode().code();
        }
        if (ranOutOfMemory(e)) {
            return outOfMemory(output);
        }
        output.problems(List.of(
                CliProblem.of("Something unexpected went wrong: " + e, "Run it again; if it stays, report it.")));
        return ExitCode.UNEXPECTED.code();
    }

    /** A thread that works for the command may have. */
    private static boolean ranOutOfMemory(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof OutOfMemoryError;
    }

    private static int outOfMemory(Output output) {
        long megabytes = Math.ceilDiv(Runtime.getRuntime().maxMemory(), 1 << 20);
        output.problems(List.of(CliProblem.of(
                "This needs more memory than the " + megabytes + " MB that the command line may use.",
                "Let it use more, for example with SLIPWAY_CLI_MEMORY=" + Math.max(4, 4 * megabytes / 1024) + "g.")));
        return ExitCode.UNEXPECTED.code();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(String.valueOf(code.code()), code.meaning()));
        return codes;
    }
}
