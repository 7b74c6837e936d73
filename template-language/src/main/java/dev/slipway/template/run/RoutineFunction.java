package dev.slipway.template.run;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.syntax.Routine;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A macro or the body of a call as a function. A macro sees what is known everywhere; the body of a call sees the names around it and,
 * as in nunjucks, those of the macro that calls it.
 */
final class RoutineFunction implements Function {

    private final Routine routine;
    private final @Nullable Locals around;
    private final Scope scope;
    private final Evaluator evaluator;
    private final Renderer renderer;

    RoutineFunction(Routine routine, @Nullable Locals around, Scope scope, Evaluator evaluator, Renderer renderer) {
        this.routine = routine;
        this.around = around;
        this.scope = scope;
        this.evaluator = evaluator;
        this.renderer = renderer;
    }

    @Override
    public Object call(Arguments arguments) {
        Frame callers = scope.frame();
        scope.enter(around == null ? Frame.alone() : callers.isolated());
        Locals locals = new Locals(routine.slots(), around);
        bind(arguments, locals);
        String text = renderer.captured(routine.body(), locals);
        scope.enter(callers);
        return new SafeText(text);
    }

    /** Parameters can be given by place or by name, also those with defaults. */
    private void bind(Arguments arguments, Locals locals) {
        List<@Nullable Object> given = arguments.positional();
        List<String> parameters = routine.parameters();
        Map<String, @Nullable Object> named = new LinkedHashMap<>(arguments.named());
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i);
            Object byName = named.containsKey(name) ? named.remove(name) : Undefined.UNDEFINED;
            Object value = i < given.size() ? given.get(i) : byName;
            locals.set(i, value);
            scope.frame().declare(name, value);
        }
        for (int i = parameters.size();
                i < given.size() && i - parameters.size() < routine.defaults().size();
                i++) {
            named.put(routine.defaults().get(i - parameters.size()).name(), given.get(i));
        }
        if (named.containsKey("caller")) {
            scope.frame().declare("caller", named.get("caller"));
        }
        for (Routine.Default each : routine.defaults()) {
            Object value = named.containsKey(each.name())
                    ? named.get(each.name())
                    : evaluator.evaluate(each.value(), locals, each.start(), each.end());
            scope.frame().declare(each.name(), value);
        }
    }
}
