package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.DefinitionCheck;
import dev.slipway.scaffolding.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks the templates of the platform repository, also those that a pull request would bring. */
@Component
class TemplateChecks implements DefinitionCheck {

    private final TemplateLint lint;

    TemplateChecks(TemplateLint lint) {
        this.lint = lint;
    }

    @Override
    public List<Problem> problems(FileTree tree) {
        List<String> folders = tree.list(PlatformTemplates.ROOT).stream()
                .filter(TreeEntry::isDirectory)
                .map(TreeEntry::path)
                .toList();
        List<String> templates =
                folders.stream().filter(folder -> isTemplate(tree, folder)).toList();
        return Stream.concat(
                        folders.stream()
                                .filter(folder -> !isTemplate(tree, folder))
                                .map(TemplateChecks::empty),
                        lint.proposed(tree, templates).stream().map(TemplateChecks::problem))
                .toList();
    }

    private static boolean isTemplate(FileTree tree, String folder) {
        return tree.isFile(folder + "/template.yaml");
    }

    private static Problem empty(String folder) {
        return Problem.at(folder, "There is no template.yaml in this folder.")
                .next("Add one, or take the folder away.");
    }

    private static Problem problem(Finding finding) {
        return Problem.at(finding.place().toString(), finding.message());
    }
}
