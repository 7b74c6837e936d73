package dev.slipway.cli.command;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.impact.CheckoutImpact;
import dev.slipway.cli.impact.ImpactText;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.impact.meaning.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway diff}. */
@Command(
        name = "diff",
        description = {
            "Say what a change to a platform repository does in every environment, production first.",
            "Works on a checkout, without a server, a cluster or a network. Values of secrets are never shown."
        })
public final class DiffCommand extends ServerCommand {

    @Parameters(
            index = "0",
            paramLabel = "FROM..TO",
            description = "two revisions, for example main..my-branch; FROM.. compares with the files in the directory")
    private String revisions = "";

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "a checkout of the platform repository; default: this directory")
    private Path directory = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "URL=DIR",
            description =
                    "a checkout of another repository that its Applications name; commits are taken from its history")
    private Map<String, Path> sources = Map.of();

    @Option(names = "--full", description = "every field that differs, and every name")
    private boolean full;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "exit with 8 when something is so severe (breaks, risky, notable, plain), or could not be compared")
    private @Nullable Severity failOn;

    public DiffCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        ImpactReport report = ImpactReport.of(
                new CheckoutImpact(new LocalCheckout(directory.toAbsolutePath().normalize(), sources)).of(revisions));
        output.result(JsonMapper.shared().valueToTree(report));
        new ImpactText(output::line, full).write(report);
        return (isTooMuch(report) ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    private boolean isTooMuch(ImpactReport report) {
        Severity most = failOn;
        return most != null
                && (report.unknown() > 0
                        || Arrays.stream(Severity.values())
                                .anyMatch(each -> each.compareTo(most) <= 0 && report.count(each) > 0));
    }
}
