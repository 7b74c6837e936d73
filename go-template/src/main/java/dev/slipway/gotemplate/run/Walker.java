package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.format.GoPrint;
import dev.slipway.gotemplate.syntax.Body;
import dev.slipway.gotemplate.syntax.Pipe;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.syntax.Statement;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Truth;
import dev.slipway.gotemplate.value.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the statements of one template, and writes. */
final class Walker {

    /** How a statement ended. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    private final Frame frame;
    private final StringBuilder out;
    private final Expressions expressions;

    Walker(Frame frame, StringBuilder out) {
        this.frame = frame;
        this.out = out;
        this.expressions = new Expressions(frame);
    }

    Flow walk(@Nullable Object dot, Body body) {
        frame.backAt(body);
        List<Statement> statements = body.statements();
        for (int i = 0; i < statements.size(); i++) {
            Flow flow = walk(dot, statements.get(i));
            if (flow != Flow.NEXT) return flow;
        }
        return Flow.NEXT;
    }

    private Flow walk(@Nullable Object dot, Statement statement) {
        frame.at(statement);
        return switch (statement) {
            case Statement.Text text -> write(text.text());
            case Statement.Action action -> act(dot, action);
            case Statement.If it -> walkIf(dot, it);
            case Statement.With it -> walkWith(dot, it);
            case Statement.Range range -> new Ranging(frame, this, expressions).walk(dot, range);
            case Statement.Template template -> call(dot, template);
            case Statement.Break it -> Flow.BREAK;
            case Statement.Continue it -> Flow.CONTINUE;
        };
    }

    private Flow act(@Nullable Object dot, Statement.Action action) {
        Object value = expressions.pipeline(dot, action.pipe());
        if (!action.pipe().variables().isEmpty()) return Flow.NEXT;
        frame.backAt(action);
        if (value instanceof Function) {
            throw frame.error("can't print " + action.source() + " of type " + Types.name(value));
        }
        return write(value == null ? "<no value>" : printed(value));
    }

    private String printed(Object value) {
        try {
            return GoPrint.print(value, frame.execution.budget().charactersLeft());
        } catch (LimitException e) {
            throw frame.placed(e);
        } catch (FunctionException e) {
            throw frame.error(String.valueOf(e.getMessage()), e);
        }
    }

    private Flow write(String text) {
        Budget budget = frame.execution.budget();
        frame.allow(budget.reserve(text.length()));
        frame.allow(budget.checkLength((long) out.length() + text.length()));
        out.append(text);
        return Flow.NEXT;
    }

    private Flow walkIf(@Nullable Object dot, Statement.If it) {
        int mark = frame.variables.mark();
        boolean truth = Truth.of(Boxed.open(expressions.pipeline(dot, it.pipe())));
        Flow flow = truth ? walk(dot, it.body()) : otherwise(dot, it.otherwise());
        frame.variables.cut(mark);
        return flow;
    }

    private Flow walkWith(@Nullable Object dot, Statement.With it) {
        int mark = frame.variables.mark();
        Object value = expressions.pipeline(dot, it.pipe());
        Flow flow = Truth.of(Boxed.open(value)) ? walk(value, it.body()) : otherwise(dot, it.otherwise());
        frame.variables.cut(mark);
        return flow;
    }

    Flow otherwise(@Nullable Object dot, @Nullable Body otherwise) {
        return otherwise == null ? Flow.NEXT : walk(dot, otherwise);
    }

    private Flow call(@Nullable Object dot, Statement.Template call) {
        Template template = frame.execution.set().templates().get(call.name());
        if (template == null) throw frame.error("template " + Quoting.quote(call.name()) + " not defined");
        Pipe pipe = call.pipe();
        Object data = pipe == null ? null : expressions.pipeline(dot, pipe);
        frame.execution.walk(template, data, out);
        return Flow.NEXT;
    }
}
