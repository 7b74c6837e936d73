package dev.slipway.cli.template;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory with a {@code template.yaml}. */
public record TemplateDirectory(TemplateDefinition definition, FileTree tree) {

    private static final String FILE = "template.yaml";

    /** @throws CliException with all that is wrong when there is none, or none that can be read */
    public static TemplateDirectory at(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    List.of(new CliProblem(
                            "DIR",
                            "There is no " + FILE + " in \"" + directory + "\".",
                            "a template's directory",
                            null)));
        }
        FileTree tree = new DirectoryTree(directory);
        try {
            return new TemplateDirectory(
                    TemplateReader.read(file.toString(), tree.text(FILE).orElse("")), tree);
        } catch (ScaffoldingException e) {
            throw new CliException(
                    ExitCode.REFUSED,
                    e.findings().stream().map(TemplateDirectory::problem).toList());
        }
    }

    private static CliProblem problem(Finding finding) {
        return new CliProblem(finding.place().toString(), finding.message(), null, null);
    }
}
