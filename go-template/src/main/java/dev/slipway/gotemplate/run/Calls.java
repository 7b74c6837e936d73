package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Function;
import dev.slipway.gotemplate.FunctionException;
import dev.slipway.gotemplate.Functions;
import dev.slipway.gotemplate.LimitException;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.Signature;
import dev.slipway.gotemplate.TemplateException;
import dev.slipway.gotemplate.builtin.Builtin;
import dev.slipway.gotemplate.builtin.Builtins;
import dev.slipway.gotemplate.syntax.Node;
import dev.slipway.gotemplate.syntax.Operand;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Truth;
import dev.slipway.gotemplate.value.Types;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls functions and methods: evaluates their arguments, checks them against the signature, and says what went wrong where. */
final class Calls {

    private final Frame frame;
    private final Expressions expressions;
    private final Arguments arguments;

    Calls(Frame frame, Expressions expressions) {
        this.frame = frame;
        this.expressions = expressions;
        this.arguments = new Arguments(frame, expressions);
    }

    /** @param node what a failure of the function is shown at: the command, or the name alone */
    @Nullable
    Object function(@Nullable Object dot, Operand.Name name, Node node, List<Operand> operands, @Nullable Object last) {
        Functions.Entry entry = frame.execution.set().functions().find(name.name());
        if (entry != null) {
            return call(dot, entry.signature(), entry.function(), node, entry.name(), operands, last);
        }
        Builtin builtin = Builtins.find(name.name());
        if (builtin == null) throw frame.error(Quoting.quote(name.name()) + " is not a defined function");
        return builtin(dot, builtin, node, operands, last);
    }

    @Nullable
    Object method(
            @Nullable Object dot,
            Member.Method method,
            Node node,
            String name,
            List<Operand> operands,
            @Nullable Object last) {
        return call(dot, method.signature(), method.function(), node, name, operands, last);
    }

    private @Nullable Object call(
            @Nullable Object dot,
            Signature signature,
            Function function,
            Node node,
            String name,
            List<Operand> operands,
            @Nullable Object last) {
        arguments.checkCount(signature, name, operands, last);
        List<@Nullable Object> values = arguments.evaluate(dot, signature, operands, last);
        values.replaceAll(Boxed::open);
        RunningCall call = new RunningCall(frame, name, node);
        return guarded(call, values, () -> {
            Object result = function.call(call, Collections.unmodifiableList(values));
            return result == null ? Boxed.NIL : result;
        });
    }

    private @Nullable Object builtin(
            @Nullable Object dot, Builtin builtin, Node node, List<Operand> operands, @Nullable Object last) {
        arguments.checkCount(builtin.signature(), builtin.name(), operands, last);
        if (builtin.isShortCircuit()) return shortCircuit(dot, builtin.name().equals("or"), operands, last);
        List<@Nullable Object> values = arguments.evaluate(dot, builtin.signature(), operands, last);
        RunningCall call = new RunningCall(frame, builtin.name(), node);
        if (builtin.name().equals("call")) checkCallee(Boxed.open(values.getFirst()), node, operands);
        long left = frame.execution.budget().charactersLeft();
        return guarded(call, values, () -> builtin.body().call(call, left, values));
    }

    private void checkCallee(@Nullable Object callee, Node node, List<Operand> operands) {
        if (callee == null || callee instanceof Function) return;
        String type = Types.name(callee);
        String given = callee instanceof String text ? text : "<" + type + " Value>";
        String name = operands.isEmpty() ? given : operands.getFirst().source();
        frame.backAt(node);
        throw frame.error("error calling call: non-function " + name + " of type " + type);
    }

    private @Nullable Object shortCircuit(
            @Nullable Object dot, boolean wanted, List<Operand> operands, @Nullable Object last) {
        Object value = null;
        for (Operand operand : operands) {
            value = expressions.operand(dot, operand);
            if (Truth.of(Boxed.open(value)) == wanted) return value;
        }
        return Nothing.is(last) ? value : last;
    }

    /** A function's work. */
    @FunctionalInterface
    private interface Work {
        @Nullable
        Object run();
    }

    private @Nullable Object guarded(RunningCall call, List<@Nullable Object> arguments, Work work) {
        frame.allow(frame.execution.budget().lookAtTime());
        try {
            Object result = work.run();
            call.reserveResult(Boxed.open(result), arguments);
            return result;
        } catch (LimitException e) {
            frame.backAt(call.node());
            throw frame.placed(e);
        } catch (FunctionException | TemplateException e) {
            frame.backAt(call.node());
            throw frame.error("error calling " + call.name() + ": " + e.getMessage(), e);
        }
    }
}
