package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Secrets;
import dev.slipway.scaffolding.dryrun.DryRun;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import dev.slipway.scaffolding.form.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template made of a test's answers.
 *
 * @param problems of the answers; nothing was run when there are any
 * @param result null when nothing was run
 */
record TestRun(List<FieldProblem> problems, @Nullable DryRunResult result) {

    static TestRun of(TemplateTest test, TemplateDefinition template, FileTree tree, Actions actions) {
        Form form = new Form(template);
        Map<String, @Nullable Object> entered = entered(test, form);
        List<FieldProblem> problems = form.problems(entered);
        if (!problems.isEmpty()) {
            return new TestRun(problems, null);
        }
        Submission submission = form.submission(entered);
        Map<String, String> secrets = new LinkedHashMap<>(test.secrets());
        secrets.putAll(submission.secrets());
        RunInfo run = new RunInfo(
                        "test", test.user(), template.name(), "", form.withPasswords(submission.parameters(), secrets))
                .withUserEntity(test.userEntity())
                .withSecrets(new Secrets(secrets));
        return new TestRun(List.of(), DryRun.of(template, tree, answering(actions, test), run));
    }

    /** A field that asks for a secret takes it from the test's secrets. */
    private static Map<String, @Nullable Object> entered(TemplateTest test, Form form) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(test.secrets());
        all.putAll(test.values());
        Map<String, @Nullable Object> entered = new LinkedHashMap<>(test.values());
        form.submission(all).secrets().forEach(entered::putIfAbsent);
        return entered;
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
