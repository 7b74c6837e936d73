package dev.slipway.cli.command;

import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import dev.slipway.cli.template.OutputFolder;
import dev.slipway.cli.template.TemplateDirectory;
import dev.slipway.cli.template.Values;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunAnswer;
import dev.slipway.scaffolding.dryrun.DryRunInput;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.run.RunState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway template dry-run}. */
@Command(
        description = {
            "Show what a template would make of these answers: files, steps, output, problems.",
            "Works without a server and makes nothing but the files of --output. Steps that publish say so, and answer examples."
        })
final class TemplateDryRunCommand extends ServerCommand {

    @Parameters(paramLabel = "DIR", description = "the directory of a template.yaml")
    private Path directory = Path.of(".");

    @Option(names = "--values", paramLabel = "FILE", description = "the answers, a YAML map")
    private @Nullable Path values;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "one answer, as often as there are; read as YAML")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "write the files here: a folder that is empty or not there yet")
    private @Nullable Path output;

    @Option(
            names = "--user",
            paramLabel = "REF",
            defaultValue = "user:default/guest",
            description = "who the run is for; default ${DEFAULT-VALUE}")
    private String user = "user:default/guest";

    @Mixin
    private final SecretsOption secrets = new SecretsOption();

    @Mixin
    private final PlatformOption platform = new PlatformOption();

    TemplateDryRunCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output out) {
        TemplateDirectory template = TemplateDirectory.at(directory);
        OutputFolder folder = output == null ? null : new OutputFolder(output);
        TemplateDefinition definition = template.definition();
        DryRunInput input =
                checked(new DryRunInput(definition, Values.of(values, settings), secrets.read(surroundings())));
        RunInfo run =
                new RunInfo("dry-run", user, definition.name(), "", input.parameters()).withSecrets(input.secrets());
        Actions actions = platform.actions().of(template.directory());
        DryRunResult result = DryRun.of(definition, template.tree(), actions, run);
        if (folder != null) {
            folder.write(result.files());
        }
        out.result(JsonMapper.shared().valueToTree(DryRunAnswer.of(result)));
        DryRunView.show(result, out);
        return switch (result.state()) {
            case RunState.Completed _ -> ExitCode.DONE.code();
            case RunState.Waiting _ -> ExitCode.DONE.code();
            case RunState.Failed failed -> {
                out.problems(List.of(new CliProblem("step \"" + failed.stepId() + "\"", failed.message(), null, null)));
                yield ExitCode.REFUSED.code();
            }
        };
    }

    private static DryRunInput checked(DryRunInput input) {
        List<FieldProblem> problems = input.problems();
        if (!problems.isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED,
                    problems.stream()
                            .map(problem -> new CliProblem(
                                    problem.field().isEmpty() ? "parameters" : problem.field(),
                                    problem.message(),
                                    null,
                                    null))
                            .toList());
        }
        return input;
    }
}
