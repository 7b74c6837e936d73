package dev.slipway.scaffolder.templates;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.lint.Lint;
import dev.slipway.scaffolding.mapping.ActionMapping;
import dev.slipway.scaffolding.mapping.MappingReader;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds why a template could not be used, as {@code slipway template lint} does; its warnings stop nobody here. */
@Component
class TemplateLint {

    private static final String FILE = "template.yaml";
    private static final String PLATFORM = "platform.yaml";

    private final ActionRegistry registry;

    TemplateLint(ActionRegistry registry) {
        this.registry = registry;
    }

    /** The actions that templates may use now: what was found holds for as long as they are the same. */
    Actions actions() {
        return registry.actions();
    }

    /** The errors of the template in this folder of the tree, with file and line. */
    List<Finding> errors(FileTree tree, String folder) {
        return errorsOf(tree, TreePath.join(folder, FILE));
    }

    /** The errors of the templates in these folders, with the actions as this tree's own platform.yaml maps them. */
    List<Finding> proposed(FileTree tree, List<String> folders) {
        List<ActionMapping> mappings = tree.text(PLATFORM)
                .flatMap(text -> MappingReader.platform(PLATFORM, text))
                .map(MappingReader.Mappings::all)
                .orElse(List.of());
        Actions actions = registry.actions(mappings);
        return folders.stream()
                .flatMap(folder -> errors(actions, tree, TreePath.join(folder, FILE)).stream())
                .toList();
    }

    /** The errors of the template in this file of the tree. */
    List<Finding> errorsOf(FileTree tree, String file) {
        return errors(actions(), tree, file);
    }

    private static List<Finding> errors(Actions actions, FileTree tree, String file) {
        return new Lint(actions)
                .findings(file, tree.text(file).orElse(""), Subtree.ofTemplate(tree, TreePath.parent(file))).stream()
                        .filter(Finding::isError)
                        .toList();
    }
}
