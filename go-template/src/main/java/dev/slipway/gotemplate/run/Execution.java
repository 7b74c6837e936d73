package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.GoTemplates;
import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.Options;
import dev.slipway.gotemplate.Place;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.value.Weight;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution of a template and of all that it calls, of one set; executions of other sets within it share its budget. */
public final class Execution {

    private final GoTemplates facade;
    private final TemplateSet set;
    private final Options options;
    private final Budget budget;
    private final Function<GoTemplates, TemplateSet> sets;

    private Execution(GoTemplates facade, Function<GoTemplates, TemplateSet> sets, Options options, Budget budget) {
        this.facade = facade;
        this.set = sets.apply(facade);
        this.sets = sets;
        this.options = options;
        this.budget = budget;
    }

    /** @param sets what a set for callers consists of */
    public static Execution of(GoTemplates facade, Function<GoTemplates, TemplateSet> sets, Options options) {
        return new Execution(facade, sets, options, new Budget(options.limits()));
    }

    /** Executes a template. */
    public String run(String name, @Nullable Object data) {
        try {
            return execute(name, data);
        } catch (FunctionException e) {
            throw new TemplateException(null, "template: " + name + ": " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new LimitException(
                    new Place(name, 1, 0),
                    "template: " + Quoting.quote(name) + " is nested too deeply for the stack of its thread");
        }
    }

    /** In another set, as part of this execution. */
    String executeIn(GoTemplates other, String name, @Nullable Object data) {
        Execution execution = other == facade ? this : new Execution(other, sets, options, budget);
        return execution.execute(name, data);
    }

    private String execute(String name, @Nullable Object data) {
        Template template = set.templates().get(name);
        if (template == null) throw new TemplateException(null, "template: no template " + Quoting.quote(name));
        StringBuilder out = new StringBuilder();
        walk(template, data, out);
        return out.toString();
    }

    void walk(Template template, @Nullable Object data, StringBuilder out) {
        Frame frame = new Frame(this, template, data);
        frame.allow(budget.enter());
        try {
            new Walker(frame, out).walk(data, template.body());
        } finally {
            budget.leave();
        }
    }

    GoTemplates facade() {
        return facade;
    }

    TemplateSet set() {
        return set;
    }

    /** Between two templates: counts only what they wrote and left in their data. */
    public void forget(long written, @Nullable Object left) {
        if (budget.isHalfSpent()) {
            budget.keepOnly(written + Weight.of(left, options.limits().characters()));
        }
    }

    Options options() {
        return options;
    }

    Budget budget() {
        return budget;
    }
}
