package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway lift-veto}. */
@Command(name = "lift-veto", description = "Let a Release that was rolled back be promoted again.")
public final class LiftVetoCommand extends ServerCommand {

    @Parameters(index = "0", paramLabel = "SERVICE")
    private String service = "";

    @Parameters(index = "1", paramLabel = "RELEASE", description = "its id, as slipway services shows it")
    private String release = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why, kept in the audit record")
    private String reason = "";

    public LiftVetoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        output.result(server.post(
                service(service) + "/releases/" + segment(release) + "/veto/lift", Map.of("reason", reason)));
        output.line("Release " + release + " of " + service + " is no longer vetoed.");
        return ExitCode.DONE.code();
    }
}
