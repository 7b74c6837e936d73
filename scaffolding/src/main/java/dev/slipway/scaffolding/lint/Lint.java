package dev.slipway.scaffolding.lint;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Finding;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateReader;
import dev.slipway.scaffolding.action.Actions;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with a template, without running it: all at once, each with its place. */
public final class Lint {

    private final Actions actions;

    /** @param actions those that templates may use here */
    public Lint(Actions actions) {
        this.actions = actions;
    }

    /**
     * What is wrong, in the order of the places; errors and warnings.
     *
     * @param file the name of the template's file for places; files beside it are named like it
     * @param text of the template's file
     * @param tree the directory of the template's file
     */
    public List<Finding> findings(String file, String text, FileTree tree) {
        Findings findings = new Findings();
        try {
            TemplateReader.read(file, text);
        } catch (ScaffoldingException e) {
            e.findings().forEach(findings::add);
        }
        root(file, text).ifPresent(root -> look(LintedTemplate.of(file, root, tree, actions), findings));
        return findings.sorted();
    }

    private static Optional<YamlMap> root(String file, String text) {
        try {
            return YamlReader.core().document(file, text).flatMap(YamlValue::asMap);
        } catch (YamlException _) { // reading the template has found it
            return Optional.empty();
        }
    }

    private void look(LintedTemplate template, Findings findings) {
        Expressions expressions = new Expressions(template.language(), findings);
        new KeyLint(findings).check(template);
        new PageLint(findings).check(template);
        new ReferenceLint(template, expressions, findings).check();
        new ActionLint(template, actions, findings).check();
        new ConditionLint(template, findings).check();
        new SkeletonLint(template, findings).check();
    }
}
