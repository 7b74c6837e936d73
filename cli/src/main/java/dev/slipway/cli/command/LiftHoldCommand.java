package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway lift-hold}. */
@Command(name = "lift-hold", description = "Let Releases come to an environment by themselves again, after a rollback.")
public final class LiftHoldCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "ENVIRONMENT")
    private String environment = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, kept in the audit record")
    private String reason = "";

    public LiftHoldCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        output.result(server.post(environment(service, environment) + "/hold/lift", Map.of("reason", reason)));
        output.line(environment + " of " + service + " is no longer on hold.");
        return ExitCode.DONE.code();
    }
}
