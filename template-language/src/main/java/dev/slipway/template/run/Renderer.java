package dev.slipway.template.run;

import dev.slipway.template.contract.Filter;
import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Routine;
import dev.slipway.template.syntax.Source;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Function;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the nodes of a template. */
final class Renderer implements Bodies {

    private final Budget budget;
    private final Scope scope;
    private final Evaluator evaluator;
    private final Loops loops;

    Renderer(Source source, Map<String, Filter> filters, Budget budget, Scope scope) {
        this.budget = budget;
        this.scope = scope;
        this.evaluator = new Evaluator(source, filters, budget, scope, this);
        this.loops = new Loops(scope, evaluator, this, budget);
    }

    @Nullable
    Object evaluate(Node.Output output) {
        return evaluator.evaluate(output.value(), new Locals(0, null), output.start(), output.end());
    }

    void render(List<Node> nodes, Locals locals, StringBuilder output) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text text -> append(output, text.text(), 0, 0);
                case Node.Output tag -> output(tag, locals, output);
                case Node.If tag -> renderIf(tag, locals, output);
                case Node.For tag -> loops.run(tag, locals, output);
                case Node.Switch tag -> renderSwitch(tag, locals, output);
                case Node.Assign tag -> assign(tag, locals);
                case Node.Define tag -> define(tag, locals);
                case Node.Block tag -> renderBlock(tag, output);
            }
        }
    }

    private void output(Node.Output tag, Locals locals, StringBuilder output) {
        Object value = evaluator.evaluate(tag.value(), locals, tag.start(), tag.end());
        String text;
        try {
            text = Conversions.printed(value, budget);
        } catch (IllegalArgumentException e) {
            throw evaluator.failure(tag.start(), tag.end(), String.valueOf(e.getMessage()));
        }
        append(output, text, tag.start(), tag.end());
    }

    private void append(StringBuilder output, String text, int start, int end) {
        try {
            budget.output(output.length() + text.length(), text.length());
        } catch (IllegalArgumentException e) {
            throw evaluator.failure(start, end, String.valueOf(e.getMessage()));
        }
        output.append(text);
    }

    /** Counts a round. */
    void count(int start, int end) {
        try {
            budget.step();
        } catch (IllegalArgumentException e) {
            throw evaluator.failure(start, end, String.valueOf(e.getMessage()));
        }
    }

    private void renderIf(Node.If tag, Locals locals, StringBuilder output) {
        for (Node.Branch branch : tag.branches()) {
            if (Values.isTrue(evaluator.evaluate(branch.condition(), locals, branch.start(), branch.end()))) {
                render(branch.body(), locals, output);
                return;
            }
        }
        render(tag.otherwise(), locals, output);
    }

    /** A case without a body shares that of the next one. */
    private void renderSwitch(Node.Switch tag, Locals locals, StringBuilder output) {
        Object subject = evaluator.evaluate(tag.subject(), locals, tag.start(), tag.end());
        boolean chosen = false;
        for (Node.Branch each : tag.cases()) {
            chosen = chosen
                    || Operators.strictlyEqual(
                            subject, evaluator.evaluate(each.condition(), locals, each.start(), each.end()));
            if (chosen && !each.body().isEmpty()) {
                render(each.body(), locals, output);
                return;
            }
        }
        render(tag.otherwise(), locals, output);
    }

    private void assign(Node.Assign tag, Locals locals) {
        Object value = evaluator.evaluate(tag.value(), locals, tag.start(), tag.end());
        for (Node.Target target : tag.targets()) {
            if (target.local() != null) {
                locals.set(target.local(), value);
            }
            scope.assign(target.name(), value);
        }
    }

    private void define(Node.Define tag, Locals locals) {
        Function function = function(tag.routine(), null);
        if (tag.target().local() != null) {
            locals.set(tag.target().local(), function);
        }
        if (tag.everywhere()) {
            scope.declareEverywhere(tag.target().name(), function);
        } else {
            scope.frame().declare(tag.target().name(), function);
        }
    }

    private void renderBlock(Node.Block tag, StringBuilder output) {
        Frame outer = scope.frame();
        scope.enter(outer.isolated());
        render(tag.routine().body(), new Locals(tag.routine().slots(), null), output);
        scope.enter(outer);
    }

    @Override
    public String captured(List<Node> body, Locals locals) {
        StringBuilder output = new StringBuilder();
        render(body, locals, output);
        return output.toString();
    }

    @Override
    public Function function(Routine routine, @Nullable Locals around) {
        return new RoutineFunction(routine, around, scope, evaluator, this);
    }
}
