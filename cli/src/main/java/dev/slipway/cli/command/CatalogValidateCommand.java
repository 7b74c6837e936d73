package dev.slipway.cli.command;

import dev.slipway.cli.catalog.EntityValidation;
import dev.slipway.cli.catalog.ValidationReport;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code slipway catalog validate}. */
@Command(
        description = {
            "Say all that is wrong with the entities of files and directories, with file, line and column.",
            "Works without a server. Of a directory the files are read that the catalog would find; what Locations and placeholders"
                    + " name is read within the checkout."
        })
final class CatalogValidateCommand extends ServerCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "catalog-info.yaml files and directories; default: this directory")
    private List<Path> paths = List.of();

    CatalogValidateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        List<Path> wanted = paths.isEmpty() ? List.of(Path.of(".")) : paths;
        missing(wanted);
        EntityValidation validation = new EntityValidation();
        wanted.forEach(validation::add);
        ValidationReport report = validation.report();
        if (report.files().isEmpty()) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    CliProblem.of(
                            "There is no catalog-info.yaml in " + wanted + ".",
                            "Name the files, or the directory that holds them."));
        }
        output.result(JsonMapper.shared().valueToTree(report));
        report.outside().forEach(target -> output.line("Not looked at: " + target + " lies outside."));
        if (report.problems().isEmpty()) {
            output.line(counted(report.entities().size(), "entity", "entities") + " in "
                    + counted(report.files().size(), "file", "files") + ", nothing wrong.");
            return ExitCode.DONE.code();
        }
        output.problems(report.problems().stream()
                .map(found -> new CliProblem(
                        found.where(), found.message(), found.expected().isEmpty() ? null : found.expected(), null))
                .toList());
        output.line(counted(report.problems().size(), "problem", "problems") + " in "
                + counted(report.files().size(), "file", "files") + ".");
        return ExitCode.REFUSED.code();
    }

    private static void missing(List<Path> wanted) {
        List<CliProblem> missing = wanted.stream()
                .filter(path -> !Files.exists(path))
                .map(path -> new CliProblem("PATH", "There is no \"" + path + "\".", "files and directories", null))
                .toList();
        if (!missing.isEmpty()) {
            throw new CliException(ExitCode.NOT_FOUND, missing);
        }
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
