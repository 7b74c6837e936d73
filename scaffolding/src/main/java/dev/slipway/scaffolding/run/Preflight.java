package dev.slipway.scaffolding.run;

import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.JsonSchemas.Violation;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for everything that would make a run fail, before its first step makes anything. What a step would fail with is a problem only
 * where it is certain that the step runs; an action that nobody knows is one unless it is certain that it does not.
 */
public final class Preflight {

    /** A list that somebody typed may be long, and a check may ask a database. */
    private static final int MOST_ROUNDS = 100;

    private final Actions actions;
    private final RunInfo run;
    private final TemplateOptions language;

    public Preflight(Actions actions, RunInfo run) {
        this.actions = actions;
        this.run = run;
        this.language = Rendering.language(actions.filters());
    }

    /** The problems by the form's field where one is to blame, else with an empty field. */
    public List<FieldProblem> problems(TemplateDefinition template) {
        List<FieldProblem> problems = new ArrayList<>();
        template.steps().forEach(step -> problems.addAll(problems(step)));
        return problems.stream().distinct().toList();
    }

    private List<FieldProblem> problems(Step step) {
        Prospect prospect = Prospect.of(step, run, language);
        if (prospect.never()) {
            return List.of();
        }
        Optional<Action> action = actions.find(step.action());
        return action.isEmpty()
                ? List.of(new FieldProblem("", step.place() + ": " + actions.unknown(step.action())))
                : prospect.certain().stream()
                        .limit(MOST_ROUNDS)
                        .flatMap(round -> problems(step, action.get(), round))
                        .toList();
    }

    /** What an action says of an input that its schema refuses already is left out. */
    private Stream<FieldProblem> problems(Step step, Action action, Foresight round) {
        EarlyInput input = EarlyInput.of(step, round);
        List<Violation> wrong = InputCheck.problems(action, input);
        Set<String> refused = wrong.stream()
                .map(violation -> violation.path().split("\\.", 2)[0])
                .collect(Collectors.toSet());
        return Stream.concat(
                wrong.stream()
                        .map(violation -> problem(input.field(violation.path()), input.sentence(step, violation))),
                action.check(run, input.known()).stream()
                        .filter(problem -> problem.input().isEmpty() || !refused.contains(problem.input()))
                        .map(problem -> problem(input.field(problem.input()), problem.message())));
    }

    private FieldProblem problem(String field, String message) {
        return new FieldProblem(field, run.secrets().masked(message));
    }
}
