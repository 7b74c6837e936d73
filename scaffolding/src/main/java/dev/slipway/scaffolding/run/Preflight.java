package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.TemplateDefinition;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.form.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for everything that would make a run fail, before its first step makes anything. */
public final class Preflight {

    private static final Pattern PARAMETER = Pattern.compile("\\bparameters\\.([A-Za-z0-9_]+)");

    /** What is not there yet would render to nothing, and leave half an input. */
    private static final Pattern STEPS = Pattern.compile("(\\$\\{\\{|\\{%)(?s:.)*?\\bsteps\\b");

    private final Actions actions;
    private final RunInfo run;

    public Preflight(Actions actions, RunInfo run) {
        this.actions = actions;
        this.run = run;
    }

    /** The problems by the form's field where one is to blame, else with an empty field. */
    public List<FieldProblem> problems(TemplateDefinition template) {
        List<FieldProblem> problems = new ArrayList<>();
        template.steps().forEach(step -> problems.addAll(problems(step)));
        return problems.stream().distinct().toList();
    }

    private List<FieldProblem> problems(Step step) {
        Optional<Action> action = actions.find(step.action());
        if (action.isEmpty()) {
            return List.of(new FieldProblem("", step.place() + ": " + actions.unknown(step.action())));
        }
        if (step.each() != null || step.input() == null) {
            return List.of();
        }
        YamlMap input = step.input();
        return action.get().check(run, known(input)).stream()
                .map(problem ->
                        new FieldProblem(field(input, problem), run.secrets().masked(problem.message())))
                .toList();
    }

    /** The inputs that can be rendered without the results of other steps. */
    private Map<String, @Nullable Object> known(YamlMap input) {
        Rendering rendering = new Rendering(new StepContext(run).inputRoots(), Rendering.language(actions.filters()));
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        for (YamlMap.Entry entry : input.entries()) {
            if (STEPS.matcher(entry.value().plain() + "").find()) {
                continue;
            }
            try {
                Object value = rendering.value(entry.value());
                if (value != null && !"".equals(value)) {
                    known.put(entry.key().text(), value);
                }
            } catch (ScaffoldingException _) { // it needs a result of another step
            }
        }
        return known;
    }

    /** The one parameter that the input is made of. */
    private static String field(YamlMap input, InputProblem problem) {
        String text = input.get(problem.input()).flatMap(YamlValue::asText).orElse("");
        List<String> mentioned = PARAMETER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        return mentioned.size() == 1 ? mentioned.getFirst() : "";
    }
}
