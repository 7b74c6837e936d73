package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.GoObject;
import dev.slipway.gotemplate.Member;
import dev.slipway.gotemplate.MissingKey;
import dev.slipway.gotemplate.syntax.Node;
import dev.slipway.gotemplate.syntax.Operand;
import dev.slipway.gotemplate.syntax.Quoting;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes fields of values, and calls their methods. */
final class Fields {

    private final Frame frame;
    private final Calls calls;

    Fields(Frame frame, Calls calls) {
        this.frame = frame;
        this.calls = calls;
    }

    /** {@code .a.b.c}: the last one, when it is a method, gets the arguments. */
    @Nullable
    Object chain(
            @Nullable Object dot,
            @Nullable Object receiver,
            Node node,
            List<String> names,
            List<Operand> arguments,
            @Nullable Object last) {
        Object value = receiver;
        for (int i = 0; i < names.size() - 1; i++) {
            value = field(dot, value, node, names.get(i), List.of(), Nothing.NOTHING);
        }
        return field(dot, value, node, names.getLast(), arguments, last);
    }

    private @Nullable Object field(
            @Nullable Object dot,
            @Nullable Object receiver,
            Node node,
            String name,
            List<Operand> arguments,
            @Nullable Object last) {
        if (receiver == null) return ofNothing(name);
        Object value = Boxed.open(receiver);
        if (value == null) throw frame.error("nil pointer evaluating interface {}." + name);
        boolean hasArguments = !arguments.isEmpty() || !Nothing.is(last);
        if (value instanceof GoObject object) {
            switch (object.member(name)) {
                case Member.Method it -> {
                    return calls.method(dot, it, node, name, arguments, last);
                }
                case Member.Field it -> {
                    if (hasArguments) throw frame.error(name + " has arguments but cannot be invoked as function");
                    return it.value() == null ? Boxed.NIL : it.value();
                }
                case null -> {}
            }
        }
        if (!(value instanceof Map<?, ?> map)) throw noSuchField(receiver, value, name);
        if (hasArguments) throw frame.error(name + " is not a method but has arguments");
        Object found = map.get(name);
        return found != null || map.containsKey(name) ? Boxed.of(found) : missing(name);
    }

    private RuntimeException noSuchField(Object receiver, Object value, String name) {
        String type = receiver instanceof Boxed ? "interface {}" : Types.name(value);
        return frame.error("can't evaluate field " + name + " in type " + type);
    }

    private @Nullable Object ofNothing(String name) {
        if (frame.execution.options().missingKey() == MissingKey.ERROR) {
            throw frame.error("nil data; no entry for key " + Quoting.quote(name));
        }
        return null;
    }

    private @Nullable Object missing(String name) {
        return switch (frame.execution.options().missingKey()) {
            case DEFAULT -> null;
            case ZERO -> Boxed.NIL;
            case ERROR -> throw frame.error("map has no entry for key " + Quoting.quote(name));
        };
    }
}
