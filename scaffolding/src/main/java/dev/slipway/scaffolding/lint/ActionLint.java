package dev.slipway.scaffolding.lint;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.TemplateTree;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds actions that nobody knows, inputs that they would refuse, and directories that are not there. */
final class ActionLint {

    private static final Set<String> DIRECTORY = Set.of("fetch:template", "fetch:plain");
    private static final Set<String> FILE = Set.of("fetch:template:file", "fetch:plain:file");

    private final LintedTemplate template;
    private final Actions actions;
    private final Findings findings;

    ActionLint(LintedTemplate template, Actions actions, Findings findings) {
        this.template = template;
        this.actions = actions;
        this.findings = findings;
    }

    void check() {
        template.steps().forEach(this::step);
    }

    private void step(LintedStep step) {
        if (step.actionId().isBlank()) {
            return; // reading the template has found it
        }
        if (step.action().isEmpty()) {
            findings.error(step.actionPlace(), actions.unknown(step.actionId()));
            return;
        }
        Map<String, Object> schema = step.action().get().inputSchema();
        required(step, schema);
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            step.input().ifPresent(input -> inputs(step, input, properties, schema));
        }
        source(step).ifPresent(url -> missing(step, url));
    }

    private void required(LintedStep step, Map<String, Object> schema) {
        if (schema.get("required") instanceof List<?> names) {
            for (Object name : names) {
                boolean given = step.input()
                        .flatMap(input -> input.get(String.valueOf(name)))
                        .isPresent();
                if (!given) {
                    findings.error(
                            step.input().map(YamlMap::place).orElse(step.actionPlace()),
                            "The action \"" + step.actionId() + "\" needs the input \"" + name + "\".");
                }
            }
        }
    }

    private void inputs(LintedStep step, YamlMap input, Map<?, ?> properties, Map<String, Object> schema) {
        boolean open = schema.get("additionalProperties") instanceof Map<?, ?>
                || Boolean.TRUE.equals(schema.get("additionalProperties"))
                || properties.isEmpty();
        for (YamlMap.Entry entry : input.entries()) {
            String key = entry.key().text();
            if (properties.get(key) instanceof Map<?, ?> property) {
                constant(entry, property);
            } else if (!open && !properties.containsKey(key)) {
                Set<String> known = new TreeSet<>();
                properties.keySet().forEach(name -> known.add(String.valueOf(name)));
                findings.warning(
                        entry.key().place(),
                        "The action \"" + step.actionId() + "\" has no input \"" + key + "\"."
                                + Findings.didYouMean(key, known));
            }
        }
    }

    @SuppressWarnings("unchecked") // a schema: its keys are texts
    private void constant(YamlMap.Entry entry, Map<?, ?> property) {
        Object value = entry.value().plain();
        if (Expressions.isConstant(entry.value()) && value != null && !"".equals(value)) {
            JsonSchemas.problems((Map<String, Object>) property, value)
                    .forEach(problem -> findings.error(
                            at(entry.value(), problem.path()),
                            "The input \"" + entry.key().text()
                                    + (problem.path().isEmpty() ? "" : "." + problem.path()) + "\" is not right. "
                                    + problem.message()));
        }
    }

    private static dev.slipway.documents.yaml.Place at(YamlValue value, String path) {
        String pointer = path.isEmpty() ? "" : "/" + path.replace('.', '/');
        return value.at(pointer).orElse(value).place();
    }

    /** The url of an action that takes files from beside the template, if it is known. */
    static Optional<YamlValue> source(LintedStep step) {
        boolean fetches = DIRECTORY.contains(step.actionId()) || FILE.contains(step.actionId());
        return step.input()
                .filter(_ -> fetches)
                .flatMap(input -> input.get("url"))
                .filter(Expressions::isConstant)
                .filter(url ->
                        url.asText().filter(text -> !text.contains("://")).isPresent());
    }

    private void missing(LintedStep step, YamlValue url) {
        String text = url.asText().orElse("");
        try {
            TemplateTree.Located located = TemplateTree.locate(template.tree(), text);
            FileTree tree = located.tree();
            String path = located.path();
            boolean file = FILE.contains(step.actionId());
            if (file ? !tree.isFile(path) : !tree.isDirectory(path)) {
                findings.error(
                        url.place(),
                        "There is no " + (file ? "file" : "directory") + " \"" + text + "\" beside the template."
                                + Findings.didYouMean(path, siblings(tree, TreePath.parent(path))));
            }
        } catch (ActionException e) {
            findings.error(url.place(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> siblings(FileTree tree, String directory) {
        List<String> siblings = new ArrayList<>();
        tree.list(directory).stream().map(TreeEntry::path).forEach(siblings::add);
        return siblings;
    }
}
