package dev.slipway.template.run;

import dev.slipway.template.contract.TemplateOptions;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Values;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a template once, for one context. */
public final class Interpreter {

    private final Source source;
    private final Budget budget;
    private final Renderer renderer;

    public Interpreter(Source source, TemplateOptions options, Map<String, ? extends @Nullable Object> context) {
        this.source = source;
        this.budget = new Budget(options.limits());
        this.renderer = new Renderer(source, options.filters(), budget, new Scope(context, budget));
    }

    /** The whole output. */
    public String render(Node.Root root) {
        return guarded(() -> {
            StringBuilder output = new StringBuilder(source.text().length() + 64);
            renderer.render(root.body(), new Locals(root.slots(), null), output);
            return output.toString();
        });
    }

    /** The value of one expression with its type; undefined is null. */
    public @Nullable Object evaluate(Node.Output output) {
        return guarded(() -> {
            try {
                return Values.release(renderer.evaluate(output), budget);
            } catch (IllegalArgumentException e) {
                throw source.problem(
                        output.start(), source.excerpt(output.start(), output.end()), String.valueOf(e.getMessage()));
            }
        });
    }

    private <T extends @Nullable Object> T guarded(Supplier<T> run) {
        try {
            return run.get();
        } catch (StackOverflowError e) {
            throw source.tooDeepForThisThread(e);
        }
    }
}
