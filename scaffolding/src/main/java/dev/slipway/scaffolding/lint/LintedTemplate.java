package dev.slipway.scaffolding.lint;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.run.BackstageFilters;
import dev.slipway.template.contract.TemplateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A template as it is written, as far as it can be understood.
 *
 * @param file the name of its file
 * @param tree the directory of its file
 * @param filters those of the installation
 */
record LintedTemplate(
        String file,
        YamlMap root,
        FileTree tree,
        List<LintedStep> steps,
        Parameters parameters,
        TemplateFilters filters) {

    static LintedTemplate of(String file, YamlMap root, FileTree tree, Actions actions) {
        return new LintedTemplate(
                file, root, tree, steps(root, actions), Parameters.of(pages(root)), actions.filters());
    }

    private static List<LintedStep> steps(YamlMap root, Actions actions) {
        List<LintedStep> steps = new ArrayList<>();
        for (YamlValue item : spec(root).items("steps")) {
            int number = steps.size() + 1;
            item.asMap()
                    .map(map -> new LintedStep(
                            map.text("id").orElse("step-" + number),
                            map,
                            actions.find(map.text("action").orElse(""))))
                    .ifPresent(steps::add);
        }
        return steps;
    }

    private static YamlMap spec(YamlMap root) {
        return root.map("spec").orElseGet(() -> new YamlMap(List.of(), root.place(), root.span()));
    }

    YamlMap spec() {
        return spec(root);
    }

    private static List<YamlMap> pages(YamlMap root) {
        return spec(root).get("parameters").stream()
                .flatMap(value -> value.asList().map(YamlList::items).orElse(List.of(value)).stream())
                .flatMap(page -> page.asMap().stream())
                .toList();
    }

    List<YamlMap> pages() {
        return pages(root);
    }

    /** How expressions of the template are read. */
    TemplateOptions language() {
        return filters.addTo(BackstageFilters.addTo(TemplateOptions.backstage()));
    }

    /** The name for places of what a relative URL names. */
    String nameOf(String url) {
        int slash = file.lastIndexOf('/');
        String directory = slash < 0 ? "" : file.substring(0, slash + 1);
        try {
            return directory + TreePath.normalise(url);
        } catch (TreeException _) { // beside the directory, or above
            return Path.of(directory).resolve(url).normalize().toString().replace('\\', '/');
        }
    }
}
