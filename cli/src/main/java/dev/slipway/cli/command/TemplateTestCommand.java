package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.LocalActions;
import dev.slipway.cli.template.TemplateDirectories;
import dev.slipway.cli.template.TemplateDirectory;
import dev.slipway.cli.template.TestReport;
import dev.slipway.cli.template.TestUpdates;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway template test}. */
@Command(
        description = {
            "Run the tests that stand beside templates: tests/*.yaml with answers and what shall come of them.",
            "Works without a server and makes nothing: every test is a dry run. Failures show the lines that differ."
        })
final class TemplateTestCommand extends ServerCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "directories with a template.yaml in them or below, or files; default: this directory")
    private List<Path> directories = List.of();

    @Option(
            names = "--update",
            description =
                    "first write what comes out now into the texts and folders that tests expect; look at the difference"
                            + " before you commit it")
    private boolean update;

    @Mixin
    private final PlatformOption platform = new PlatformOption();

    TemplateTestCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        List<TemplateDirectory> templates = TemplateDirectories.in(directories);
        LocalActions actions = platform.actions();
        if (update) {
            templates.forEach(
                    template -> TestUpdates.write(template, actions).forEach(file -> output.line("Updated " + file)));
        }
        TestReport report = TestReport.of(templates, actions);
        if (report.tests().isEmpty()) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    CliProblem.of("There are no tests beside the templates.", "Add tests/*.yaml: docs/templates.md."));
        }
        output.result(JsonMapper.shared().valueToTree(report));
        report.tests().forEach(test -> show(test, output));
        output.line(TemplateLintCommand.counted(report.passed(), "test") + " passed, " + report.failed() + " failed.");
        return report.failed() == 0 ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    private static void show(TestReport.Result test, Output output) {
        output.line((test.passed() ? "passed  " : "FAILED  ") + test.template() + ": " + test.name());
        if (output.asJson()) {
            return;
        }
        for (TestReport.Failure failure : test.failures()) {
            output.problems(List.of(new CliProblem(failure.where(), failure.message(), null, null)));
            failure.difference().lines().forEach(line -> output.line("    " + line));
        }
    }
}
