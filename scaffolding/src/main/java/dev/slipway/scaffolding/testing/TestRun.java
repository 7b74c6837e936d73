package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunInput;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template made of a test's answers.
 *
 * @param problems of the answers; nothing was run when there are any
 * @param result null when nothing was run
 */
record TestRun(List<FieldProblem> problems, @Nullable DryRunResult result) {

    static TestRun of(TemplateTest test, TemplateDefinition template, FileTree tree, Actions actions) {
        DryRunInput input = new DryRunInput(template, test.values(), test.secrets());
        List<FieldProblem> problems = input.problems();
        if (!problems.isEmpty()) {
            return new TestRun(problems, null);
        }
        RunInfo run = new RunInfo("test", test.user(), template.name(), "", input.parameters())
                .withUserEntity(test.userEntity())
                .withSecrets(input.secrets());
        return new TestRun(List.of(), DryRun.of(template, tree, answering(actions, test), run));
    }

    private static Actions answering(Actions actions, TemplateTest test) {
        return test.answers().isEmpty()
                ? actions
                : new Actions(
                        actions.all().stream()
                                .map(action -> (Action) new AnsweringAction(action, test.answers()))
                                .toList(),
                        actions.filters());
    }
}
