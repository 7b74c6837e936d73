package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.LintReport;
import dev.slipway.cli.template.TemplateDirectories;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway template lint}. */
@Command(
        description = {
            "Say all that is wrong with the templates of directories, with file, line and column.",
            "Works without a server and runs nothing. Fails when there are errors; with --strict also when there are warnings."
        })
final class TemplateLintCommand extends ServerCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "directories with a template.yaml in them or below, or files; default: this directory")
    private List<Path> directories = List.of();

    @Option(names = "--strict", description = "fail when there are warnings, too")
    private boolean strict;

    @Mixin
    private final PlatformOption platform = new PlatformOption();

    TemplateLintCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        LintReport report = LintReport.of(TemplateDirectories.in(directories), platform.actions());
        output.result(JsonMapper.shared().valueToTree(report));
        for (LintReport.Found found : report.findings()) {
            if (found.severity().equals("warning")) {
                output.line("warning: " + found.where() + ": " + found.message());
            } else if (!output.asJson()) {
                output.problems(List.of(new CliProblem(found.where(), found.message(), null, null)));
            }
        }
        output.line(counted(report.templates().size(), "template") + ": "
                + (report.findings().isEmpty()
                        ? "nothing found."
                        : counted(report.errors(), "error") + ", " + counted(report.warnings(), "warning") + "."));
        return report.errors() > 0 || (strict && report.warnings() > 0)
                ? ExitCode.REFUSED.code()
                : ExitCode.DONE.code();
    }

    static String counted(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
