package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.DefinitionCheck;
import dev.slipway.scaffolding.Finding;
import java.util.List;
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
        return tree.list(PlatformTemplates.ROOT).stream()
                .filter(TreeEntry::isDirectory)
                .flatMap(folder -> problems(tree, folder).stream())
                .toList();
    }

    private List<Problem> problems(FileTree tree, TreeEntry folder) {
        String file = folder.path() + "/template.yaml";
        if (!tree.isFile(file)) {
            return List.of(Problem.at(folder.path(), "There is no template.yaml in this folder.")
                    .next("Add one, or take the folder away."));
        }
        return lint.errors(tree, folder.path()).stream()
                .map(TemplateChecks::problem)
                .toList();
    }

    private static Problem problem(Finding finding) {
        return Problem.at(finding.place().toString(), finding.message());
    }
}
