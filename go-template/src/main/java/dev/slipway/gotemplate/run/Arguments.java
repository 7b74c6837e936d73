package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Parameter;
import dev.slipway.gotemplate.Signature;
import dev.slipway.gotemplate.syntax.NumberLiteral;
import dev.slipway.gotemplate.syntax.Operand;
import dev.slipway.gotemplate.syntax.Pipe;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the arguments of a call, as the signature wants them. */
final class Arguments {

    private final Frame frame;
    private final Expressions expressions;

    Arguments(Frame frame, Expressions expressions) {
        this.frame = frame;
        this.expressions = expressions;
    }

    void checkCount(Signature signature, String name, List<Operand> operands, @Nullable Object last) {
        int given = operands.size() + (Nothing.is(last) ? 0 : 1);
        int fixed = signature.fixed().size();
        boolean variadic = signature.rest() != null;
        if (variadic && given < fixed) {
            throw frame.error(
                    "wrong number of args for " + name + ": want at least " + fixed + " got " + operands.size());
        }
        if (!variadic && given != fixed) {
            throw frame.error("wrong number of args for " + name + ": want " + fixed + " got " + given);
        }
    }

    /** The values, elements of maps and lists in their boxes. */
    List<@Nullable Object> evaluate(
            @Nullable Object dot, Signature signature, List<Operand> operands, @Nullable Object last) {
        List<@Nullable Object> values = new ArrayList<>(operands.size() + 1);
        for (int i = 0; i < operands.size(); i++) values.add(argument(dot, signature.at(i), operands.get(i)));
        if (!Nothing.is(last)) values.add(checked(last, signature.at(operands.size())));
        return values;
    }

    private @Nullable Object argument(@Nullable Object dot, Parameter parameter, Operand operand) {
        if (parameter == Parameter.ANY) return expressions.operand(dot, operand);
        return switch (operand) {
            case Operand.Nil it -> nil(parameter, it);
            case Operand.Bool it -> constant(parameter, it);
            case Operand.Text it -> constant(parameter, it);
            case NumberLiteral it -> constant(parameter, it);
            case Operand.Dot it -> checked(expressions.operand(dot, it), parameter);
            case Operand.Field it -> checked(expressions.operand(dot, it), parameter);
            case Operand.Variable it -> checked(expressions.operand(dot, it), parameter);
            case Operand.Chain it -> checked(expressions.operand(dot, it), parameter);
            case Operand.Name it -> checked(expressions.operand(dot, it), parameter);
            case Pipe it -> checked(expressions.operand(dot, it), parameter);
        };
    }

    private @Nullable Object nil(Parameter parameter, Operand operand) {
        frame.at(operand);
        if (canBeNil(parameter)) return null;
        throw frame.error("cannot assign nil to " + parameter.typeName());
    }

    private static boolean canBeNil(Parameter parameter) {
        return parameter == Parameter.ANY || parameter == Parameter.LIST || parameter == Parameter.MAP;
    }

    private Object constant(Parameter parameter, Operand operand) {
        frame.at(operand);
        return switch (parameter) {
            case STRING -> operand instanceof Operand.Text it ? it.value() : unexpected("string", operand);
            case BOOL -> operand instanceof Operand.Bool it ? (Object) it.value() : unexpected("bool", operand);
            case INT ->
                operand instanceof NumberLiteral it && it.integer() != null
                        ? it.integer()
                        : unexpected("integer", operand);
            case FLOAT -> operand instanceof NumberLiteral it ? (Object) it.floating() : unexpected("float", operand);
            case ANY, LIST, MAP ->
                throw frame.error("can't handle " + operand.source() + " for arg of type " + parameter.typeName());
        };
    }

    private Object unexpected(String wanted, Operand operand) {
        throw frame.error("expected " + wanted + "; found " + operand.source());
    }

    private @Nullable Object checked(@Nullable Object boxed, Parameter parameter) {
        if (parameter == Parameter.ANY) return boxed;
        if (boxed == null) {
            if (canBeNil(parameter)) return null;
            throw frame.error("invalid value; expected " + parameter.typeName());
        }
        Object value = Boxed.open(boxed);
        if (fits(value, parameter)) return value;
        String type = value == null ? "interface {}" : Types.name(value);
        throw frame.error("wrong type for value; expected " + parameter.typeName() + "; got " + type);
    }

    private static boolean fits(@Nullable Object value, Parameter parameter) {
        return switch (parameter) {
            case ANY -> true;
            case STRING -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long || value instanceof Integer;
            case FLOAT -> value instanceof Double;
            case LIST -> value instanceof List;
            case MAP -> value instanceof Map;
        };
    }
}
