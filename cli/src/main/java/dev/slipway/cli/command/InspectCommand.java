package dev.slipway.cli.command;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspector;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway inspect}. */
@Command(
        name = "inspect",
        description = {
            "Say what a GitOps repository of any layout declares: Applications, environments, images and where they are decided, hosts.",
            "Works without a server, a cluster or a network, and says with file and line what it cannot read and why."
        })
public final class InspectCommand extends ServerCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "the root of a checkout of the repository; default: this directory")
    private Path directory = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "URL=DIR",
            description =
                    "a checkout of another repository that Applications name; for a chart of a Helm repository, the repository's URL, a slash, the chart's name")
    private Map<String, Path> sources = Map.of();

    public InspectCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        Inspection inspection = Inspector.inspect(new LocalCheckout(directory, sources).read());
        output.result(JsonMapper.shared().valueToTree(inspection));
        InspectionView.show(inspection, output);
        return ExitCode.DONE.code();
    }
}
