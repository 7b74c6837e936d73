package dev.slipway.scaffolding.testing;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.Place;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.dryrun.DryRunAnswer;
import dev.slipway.scaffolding.dryrun.DryRunResult;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.run.RunState;
import dev.slipway.scaffolding.testing.TemplateTest.Expected;
import dev.slipway.scaffolding.testing.TemplateTest.Named;
import dev.slipway.scaffolding.testing.TestResult.Failure;
import dev.slipway.template.syntax.NearMisses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what came of a test with what it expects. */
final class Comparison {

    private final TemplateTest test;
    private final TemplateDefinition template;
    private final FileTree tree;
    private final List<Failure> failures = new ArrayList<>();

    private Comparison(TemplateTest test, TemplateDefinition template, FileTree tree) {
        this.test = test;
        this.template = template;
        this.tree = tree;
    }

    static List<Failure> failures(TemplateTest test, TemplateDefinition template, FileTree tree, TestRun run) {
        Comparison comparison = new Comparison(test, template, tree);
        comparison.compare(run);
        return comparison.failures;
    }

    private void compare(TestRun run) {
        fields(run.problems());
        test.answers().keySet().forEach(id -> isKnown(new Named(id, test.place())));
        DryRunResult result = run.result();
        if (result == null) {
            return;
        }
        Expected expected = test.expected();
        end(result.state());
        steps(result);
        FileComparison files = new FileComparison(result.files(), tree, failures);
        files.compare(expected.files());
        if (expected.complete()) {
            files.nothingElse(expected.files().keySet(), test.place());
        }
        if (expected.folder() != null) {
            files.compare(expected.folder());
        }
        if (expected.output() != null) {
            new OutputComparison(failures)
                    .compare(expected.output(), DryRunAnswer.of(result).output(), "output");
        }
    }

    private void fields(List<FieldProblem> problems) {
        Set<String> wrong = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        problems.stream()
                .filter(problem -> !test.expected().fields().containsKey(problem.field()))
                .forEach(problem ->
                        fail(test.place(), "The answer \"" + problem.field() + "\" is refused: " + problem.message()));
        test.expected().fields().forEach((field, part) -> {
            if (!wrong.contains(field)) {
                fail(test.place(), "The answer \"" + field + "\" was expected to be refused, and is not.");
            } else if (problems.stream().noneMatch(problem -> fits(problem, field, part))) {
                fail(test.place(), messages(problems, field), part);
            }
        });
    }

    private static boolean fits(FieldProblem problem, String field, String part) {
        return problem.field().equals(field) && problem.message().contains(part);
    }

    private static String messages(List<FieldProblem> problems, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::message)
                .collect(Collectors.joining(" "));
    }

    private void end(RunState state) {
        TemplateTest.Failure expected = test.expected().failure();
        if (state instanceof RunState.Failed failed) {
            if (expected == null) {
                fail(test.place(), "The step \"" + failed.stepId() + "\" failed: " + failed.message());
                return;
            }
            if (!expected.step().isEmpty() && !expected.step().equals(failed.stepId())) {
                fail(
                        expected.place(),
                        "The step \"" + failed.stepId() + "\" failed, and not \"" + expected.step() + "\".");
            }
            if (!failed.message().contains(expected.message())) {
                fail(expected.place(), failed.message(), expected.message());
            }
        } else if (expected != null) {
            fail(expected.place(), "The run was expected to fail, and did not.");
        }
    }

    private void steps(DryRunResult result) {
        Set<String> ran =
                result.steps().stream().map(DryRunResult.CarriedOut::id).collect(Collectors.toSet());
        for (Named step : test.expected().ran()) {
            if (isKnown(step) && !ran.contains(step.id())) {
                fail(step.place(), "The step \"" + step.id() + "\" did not run.");
            }
        }
        for (Named step : test.expected().skipped()) {
            if (isKnown(step) && ran.contains(step.id())) {
                fail(step.place(), "The step \"" + step.id() + "\" ran.");
            }
        }
    }

    private boolean isKnown(Named step) {
        List<String> ids = template.steps().stream().map(each -> each.id()).toList();
        if (ids.contains(step.id())) {
            return true;
        }
        List<String> near = NearMisses.of(step.id(), ids);
        fail(
                step.place(),
                "The template has no step \"" + step.id() + "\"."
                        + (near.isEmpty() ? "" : " Did you mean \"" + String.join("\" or \"", near) + "\"?"));
        return false;
    }

    private void fail(Place place, String actual, String expectedPart) {
        fail(place, "\"" + expectedPart + "\" was expected in: " + actual);
    }

    private void fail(Place place, String message) {
        failures.add(new Failure(place, message));
    }
}
