package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.Step;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step is to do: once, or once for each item of its {@code each}.
 *
 * @param rounds those to carry out
 * @param left keys of the rounds whose condition is false
 */
record Rounds(List<Round> rounds, List<String> left, boolean repeated) {

    /**
     * One round with its input.
     *
     * @param number its place among all the items, from 0, so that it stays the same whichever are left out; -1 for a step that is not
     *     repeated
     */
    record Round(int number, Map<String, @Nullable Object> input) {}

    /** Renders every input, so that nothing is made when one of them cannot be. */
    static Rounds of(Step step, StepContext context, TemplateOptions language) {
        return step.each() == null
                ? new Rounds(List.of(new Round(-1, input(step, context.inputRoots(), language))), List.of(), false)
                : repeated(step, step.each(), context, language);
    }

    private static Rounds repeated(Step step, YamlValue each, StepContext context, TemplateOptions language) {
        List<EachItem> items = EachItem.of(new Rendering(context.inputRoots(), language).value(each), each);
        YamlValue condition = areAsked(step, context, language) ? step.condition() : null;
        List<Round> rounds = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int number = 0; number < items.size(); number++) {
            EachItem item = items.get(number);
            if (condition == null || new Rendering(context.roots(item), language).holds(condition)) {
                rounds.add(new Round(number, input(step, context.inputRoots(item), language)));
            } else {
                left.add(item.key());
            }
        }
        return new Rounds(rounds, left, true);
    }

    /** Whether a step's condition asks for {@code each}: then every round is asked, and otherwise the step once. */
    static boolean areAsked(Step step, StepContext context, TemplateOptions language) {
        return step.each() != null
                && step.condition() != null
                && new Foresight(context.roots(), language).mentions(step.condition(), "each");
    }

    private static Map<String, @Nullable Object> input(
            Step step, Map<String, @Nullable Object> roots, TemplateOptions language) {
        YamlMap input = step.input();
        return input == null ? Map.of() : new Rendering(roots, language).map(input);
    }

    boolean areAllLeftOut() {
        return rounds.isEmpty() && !left.isEmpty();
    }

    /** The step's output: of a repeated one each key's values in a list, of the rounds that were carried out. */
    Map<String, @Nullable Object> result(List<Map<String, @Nullable Object>> outputs) {
        return repeated ? columns(outputs) : outputs.getFirst();
    }

    private static Map<String, @Nullable Object> columns(List<Map<String, @Nullable Object>> outputs) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        outputs.stream().flatMap(output -> output.keySet().stream()).distinct().forEach(key -> {
            List<@Nullable Object> column = new ArrayList<>();
            outputs.forEach(output -> column.add(output.get(key)));
            columns.put(key, column);
        });
        return columns;
    }
}
