package dev.slipway.scaffolding.mapping;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.DelegatedAction;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An action that another one carries out, with its inputs under other names. */
record AliasAction(ActionMapping.Alias mapping, Actions known) implements DelegatedAction {

    @Override
    public Optional<Action> carriedOutBy() {
        return known.find(mapping.action());
    }

    private Action required() {
        return carriedOutBy().orElseThrow(() -> new ActionException(missing()));
    }

    private String missing() {
        return "The platform definition maps \"" + mapping.id() + "\" to \"" + mapping.action() + "\". "
                + known.unknown(mapping.action());
    }

    @Override
    public String id() {
        return mapping.id();
    }

    @Override
    public String description() {
        return "Carried out by " + mapping.action()
                + carriedOutBy().map(action -> ": " + action.description()).orElse(", which is not known");
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Map.of("type", "object");
    }

    @Override
    public Map<String, Object> outputSchema() {
        return carriedOutBy().map(Action::outputSchema).orElse(Map.of("type", "object"));
    }

    @Override
    public Optional<String> missingAdapter() {
        return carriedOutBy().isPresent()
                ? carriedOutBy().flatMap(Action::missingAdapter)
                : Optional.of(mapping.action());
    }

    @Override
    public boolean reachesOutside() {
        return carriedOutBy().filter(Action::reachesOutside).isPresent();
    }

    @Override
    public String afterAKill() {
        return carriedOutBy().map(Action::afterAKill).orElseGet(DelegatedAction.super::afterAKill);
    }

    @Override
    public List<InputProblem> check(RunInfo run, Map<String, @Nullable Object> input) {
        return carriedOutBy()
                .map(action -> problems(action, run, given(input)))
                .orElseGet(() -> List.of(new InputProblem("", missing())));
    }

    /** What is missing may come from a step. */
    private List<InputProblem> problems(Action action, RunInfo run, Map<String, @Nullable Object> mapped) {
        Stream<InputProblem> refused = JsonSchemas.problems(action.inputSchema(), mapped).stream()
                .filter(problem -> !problem.keyword().equals("required"))
                .map(problem -> new InputProblem(own(problem.path()), problem.message()));
        Stream<InputProblem> known = action.check(run, mapped).stream()
                .map(problem -> new InputProblem(own(problem.input()), problem.message()));
        return Stream.concat(refused, known).toList();
    }

    @Override
    public ActionResult run(ActionContext context) {
        return required().run(checked(context));
    }

    @Override
    public ActionResult dryRun(ActionContext context) {
        return required().dryRun(checked(context));
    }

    @Override
    public void undo(ActionContext context) {
        carriedOutBy().ifPresent(action -> action.undo(context.withInput(given(context.input()))));
    }

    private ActionContext checked(ActionContext context) {
        Map<String, @Nullable Object> input = given(context.input());
        String problems = JsonSchemas.problems(required().inputSchema(), input).stream()
                .map(problem -> "\"" + problem.path() + "\": " + problem.message())
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            throw new ActionException("\"" + mapping.id() + "\" is mapped to \"" + mapping.action()
                    + "\", whose input would be wrong. " + problems);
        }
        return context.withInput(input);
    }

    @Override
    public Map<String, @Nullable Object> given(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> mapped = new LinkedHashMap<>();
        input.forEach((name, value) -> mapped.put(mapping.renamed().getOrDefault(name, name), value));
        mapped.putAll(mapping.input());
        return mapped;
    }

    /** What the template calls an input of the other action. */
    private String own(String input) {
        return mapping.renamed().entrySet().stream()
                .filter(entry -> entry.getValue().equals(input))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(input);
    }
}
