package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.syntax.Command;
import dev.slipway.gotemplate.syntax.NumberLiteral;
import dev.slipway.gotemplate.syntax.Operand;
import dev.slipway.gotemplate.syntax.Pipe;
import dev.slipway.gotemplate.value.Boxed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates pipelines, commands and operands of one template. Values may be {@link Boxed}; null is what Go calls an invalid value.
 */
final class Expressions {

    private final Frame frame;
    private final Fields fields;
    private final Calls calls;

    Expressions(Frame frame) {
        this.frame = frame;
        this.calls = new Calls(frame, this);
        this.fields = new Fields(frame, calls);
    }

    /** The value of a pipeline, unboxed; declares and assigns its variables. */
    @Nullable
    Object pipeline(@Nullable Object dot, Pipe pipe) {
        frame.at(pipe);
        Object value = Nothing.NOTHING;
        List<Command> commands = pipe.commands();
        for (int i = 0; i < commands.size(); i++) value = Boxed.open(command(dot, commands.get(i), value));
        for (Operand.Variable variable : pipe.variables()) {
            if (pipe.assigns()) assign(variable, value);
            else frame.variables.push(variable.name(), value);
        }
        return value;
    }

    void assign(Operand.Variable variable, @Nullable Object value) {
        frame.variables.set(find(variable), value);
    }

    private int find(Operand.Variable variable) {
        int index = frame.variables.find(variable.name());
        if (index < 0) throw frame.error("undefined variable: " + variable.name());
        return index;
    }

    private @Nullable Object command(@Nullable Object dot, Command command, @Nullable Object last) {
        return switch (command.first()) {
            case Operand.Field it -> {
                frame.at(it);
                yield fields.chain(dot, dot, it, it.names(), command.arguments(), last);
            }
            case Operand.Chain it -> chain(dot, it, command.arguments(), last);
            case Operand.Name it -> {
                frame.at(it);
                yield calls.function(dot, it, command, command.arguments(), last);
            }
            case Operand.Variable it -> variable(dot, it, command, last);
            case Pipe it -> {
                noArguments(command, last);
                yield pipeline(dot, it);
            }
            case Operand other -> {
                frame.at(other);
                noArguments(command, last);
                yield constant(dot, other);
            }
        };
    }

    private void noArguments(Command command, @Nullable Object last) {
        if (!command.arguments().isEmpty() || !Nothing.is(last)) {
            throw frame.error(
                    "can't give argument to non-function " + command.first().source());
        }
    }

    private @Nullable Object constant(@Nullable Object dot, Operand operand) {
        return switch (operand) {
            case Operand.Dot it -> dot;
            case Operand.Bool it -> it.value();
            case Operand.Text it -> it.value();
            case NumberLiteral it -> number(it);
            case Operand.Nil it -> throw frame.error("nil is not a command");
            default -> throw new IllegalStateException(operand.source());
        };
    }

    /** A number where no type is asked for: a float64 when it is written as one, an int otherwise. */
    Object number(NumberLiteral literal) {
        frame.backAt(literal);
        if (literal.isFloating()) return literal.floating();
        if (literal.integer() == null) throw frame.error(literal.source() + " overflows int");
        return literal.integer();
    }

    private @Nullable Object variable(
            @Nullable Object dot, Operand.Variable variable, Command command, @Nullable Object last) {
        frame.at(variable);
        Object value = frame.variables.get(find(variable));
        if (!variable.fields().isEmpty()) {
            return fields.chain(dot, value, variable, variable.fields(), command.arguments(), last);
        }
        noArguments(command, last);
        return value;
    }

    private @Nullable Object chain(
            @Nullable Object dot, Operand.Chain chain, List<Operand> arguments, @Nullable Object last) {
        frame.at(chain);
        if (chain.of() instanceof Operand.Nil) {
            throw frame.error("indirection through explicit nil in " + chain.source());
        }
        Object of = operand(dot, chain.of());
        return fields.chain(dot, of, chain, chain.fields(), arguments, last);
    }

    /** The value of an operand that is no command of its own: an argument, or what fields are taken of. */
    @Nullable
    Object operand(@Nullable Object dot, Operand operand) {
        frame.at(operand);
        return switch (operand) {
            case Operand.Field it -> fields.chain(dot, dot, it, it.names(), List.of(), Nothing.NOTHING);
            case Operand.Variable it -> {
                Object value = frame.variables.get(find(it));
                yield it.fields().isEmpty()
                        ? value
                        : fields.chain(dot, value, it, it.fields(), List.of(), Nothing.NOTHING);
            }
            case Operand.Chain it -> chain(dot, it, List.of(), Nothing.NOTHING);
            case Operand.Name it -> calls.function(dot, it, it, List.of(), Nothing.NOTHING);
            case Pipe it -> pipeline(dot, it);
            case Operand.Nil it -> null;
            case Operand.Dot it -> dot;
            case Operand.Bool it -> it.value();
            case Operand.Text it -> it.value();
            case NumberLiteral it -> number(it);
        };
    }
}
