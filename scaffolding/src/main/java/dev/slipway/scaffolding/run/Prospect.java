package dev.slipway.scaffolding.run;

import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.Step;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.run.Foresight.Settled;
import dev.slipway.template.contract.TemplateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a step will run, as far as that is settled before the first one.
 *
 * @param never it will not
 * @param certain the rounds that will, once for a step that is not repeated; none where only the run can tell
 */
record Prospect(boolean never, List<Foresight> certain) {

    private static final Prospect NEVER = new Prospect(true, List.of());
    private static final Prospect OPEN = new Prospect(false, List.of());

    static Prospect of(Step step, RunInfo run, TemplateOptions language) {
        StepContext context = new StepContext(run);
        Optional<Boolean> holds = holds(step.condition(), new Foresight(context.roots(), language));
        if (holds.filter(held -> !held).isPresent()) {
            return NEVER;
        }
        Foresight once = new Foresight(context.inputRoots(), language);
        YamlValue each = step.each();
        if (each == null) {
            return holds.isPresent() ? new Prospect(false, List.of(once)) : OPEN;
        }
        Optional<Settled> items = once.value(each);
        return items.isPresent() ? rounds(step, each, items.get().value(), context, language) : OPEN;
    }

    private static Prospect rounds(
            Step step, YamlValue each, @Nullable Object rendered, StepContext context, TemplateOptions language) {
        List<EachItem> items;
        try {
            items = EachItem.of(rendered, each);
        } catch (ScaffoldingException _) { // the step says so
            return OPEN;
        }
        List<Foresight> certain = new ArrayList<>();
        int never = 0;
        for (EachItem item : items) {
            Optional<Boolean> holds = holds(step.condition(), new Foresight(context.roots(item), language));
            if (holds.isEmpty()) {
                continue;
            }
            if (holds.get()) {
                certain.add(new Foresight(context.inputRoots(item), language));
            } else {
                never++;
            }
        }
        return new Prospect(never == items.size(), certain);
    }

    private static Optional<Boolean> holds(@Nullable YamlValue condition, Foresight foresight) {
        return condition == null
                ? Optional.of(true)
                : foresight.value(condition).map(settled -> Truth.of(settled.value()));
    }
}
