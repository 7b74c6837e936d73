package dev.slipway.scaffolding.builtin;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workspace and a template's directory, on which single actions are run as a workflow would. */
final class ActionWorld {

    static final RunInfo RUN = new RunInfo("run-1", "user:default/ada", "t", "", Map.of());

    final Workspace workspace = new Workspace();
    final List<String> log = new ArrayList<>();
    private final FileTree template;

    ActionWorld(FileTree template) {
        this.template = template;
    }

    /** With files in the workspace: path, text, path, text … */
    static ActionWorld of(String... pathsAndTexts) {
        ActionWorld world = new ActionWorld(MemoryTree.ofTexts());
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            world.workspace.write(pathsAndTexts[i], FileContent.text(pathsAndTexts[i + 1]));
        }
        return world;
    }

    /** With files beside template.yaml. */
    static ActionWorld ofTemplate(String... pathsAndTexts) {
        return new ActionWorld(MemoryTree.ofTexts(pathsAndTexts));
    }

    /** Runs a built-in action; the input is YAML. Answers the outputs. */
    Map<String, Object> run(String id, String input) {
        Action action = BuiltinActions.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        return run(action, input);
    }

    Map<String, Object> run(Action action, String input) {
        Map<String, Object> values = YamlReader.core()
                .document("input", input)
                .flatMap(YamlValue::asMap)
                .orElseThrow()
                .plain();
        check(action.inputSchema(), values);
        ActionResult result = action.run(new ActionContext(RUN, "step", values, workspace, template, log::add));
        Map<String, Object> outputs = ((ActionResult.Done) result).outputs();
        check(action.outputSchema(), outputs);
        return outputs;
    }

    private static void check(Map<String, Object> schema, Map<String, Object> values) {
        List<JsonSchemas.Violation> problems = JsonSchemas.problems(schema, values);
        if (!problems.isEmpty()) {
            throw new ActionException(problems.toString());
        }
    }

    String text(String path) {
        return workspace.text(path).orElseThrow();
    }

    Iterable<String> paths() {
        return workspace.tree().files().keySet();
    }
}
