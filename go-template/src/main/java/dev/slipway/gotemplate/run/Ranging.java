package dev.slipway.gotemplate.run;

import dev.slipway.gotemplate.Int64;
import dev.slipway.gotemplate.format.GoPrint;
import dev.slipway.gotemplate.run.Walker.Flow;
import dev.slipway.gotemplate.syntax.Operand;
import dev.slipway.gotemplate.syntax.Statement;
import dev.slipway.gotemplate.value.Boxed;
import dev.slipway.gotemplate.value.StringOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks a {@code range}. What is ranged over is looked at once, before the first turn. */
final class Ranging {

    private static final int MESSAGE = 10_000;

    private final Frame frame;
    private final Walker walker;
    private final Expressions expressions;

    Ranging(Frame frame, Walker walker, Expressions expressions) {
        this.frame = frame;
        this.walker = walker;
        this.expressions = expressions;
    }

    Flow walk(@Nullable Object dot, Statement.Range range) {
        int mark = frame.variables.mark();
        boolean any = turns(Boxed.open(expressions.pipeline(dot, range.pipe())), range);
        Flow flow = any ? Flow.NEXT : elseOf(dot, range);
        frame.variables.cut(mark);
        return flow;
    }

    private Flow elseOf(@Nullable Object dot, Statement.Range range) {
        return walker.otherwise(dot, range.otherwise());
    }

    /** Whether there was a turn. */
    private boolean turns(@Nullable Object value, Statement.Range range) {
        return switch (value) {
            case null -> false;
            case Map<?, ?> map -> overMap(map, range);
            case List<?> list -> overElements(list.toArray(), range);
            case byte[] bytes -> overBytes(bytes, range);
            case Long count -> overNumbers(count, range);
            case Integer count -> overNumbers(count, range);
            case Int64 count -> overNumbers(count, range);
            default -> throw frame.error("range can't iterate over " + GoPrint.print(value, MESSAGE));
        };
    }

    private boolean overMap(Map<?, ?> map, Statement.Range range) {
        String[] keys = StringOrder.keys(map);
        Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) values[i] = map.get(keys[i]);
        for (int i = 0; i < keys.length; i++) {
            if (turn(keys[i], Boxed.of(values[i]), range) == Flow.BREAK) break;
        }
        return keys.length > 0;
    }

    private boolean overElements(@Nullable Object[] elements, Statement.Range range) {
        for (int i = 0; i < elements.length; i++) {
            if (turn((long) i, Boxed.of(elements[i]), range) == Flow.BREAK) break;
        }
        return elements.length > 0;
    }

    private boolean overBytes(byte[] bytes, Statement.Range range) {
        for (int i = 0; i < bytes.length; i++) {
            if (turn((long) i, (long) (bytes[i] & 0xFF), range) == Flow.BREAK) break;
        }
        return bytes.length > 0;
    }

    private boolean overNumbers(Number given, Statement.Range range) {
        long count = given.longValue();
        if (range.pipe().variables().size() > 1) {
            throw frame.error("can't use " + count + " to iterate over more than one variable");
        }
        for (long i = 0; i < count; i++) {
            if (turn(null, given instanceof Int64 ? new Int64(i) : (Object) i, range) == Flow.BREAK) break;
        }
        return count > 0;
    }

    private Flow turn(@Nullable Object index, Object element, Statement.Range range) {
        int mark = frame.variables.mark();
        bind(index, element, range);
        frame.at(range);
        Flow flow = walker.walk(element, range.body());
        frame.variables.cut(mark);
        return flow;
    }

    private void bind(@Nullable Object index, Object element, Statement.Range range) {
        List<Operand.Variable> variables = range.pipe().variables();
        if (variables.isEmpty()) return;
        if (range.pipe().assigns()) {
            expressions.assign(variables.getLast(), element);
            if (variables.size() > 1) expressions.assign(variables.getFirst(), index);
        } else {
            int top = frame.variables.mark();
            frame.variables.set(top - 1, element);
            if (variables.size() > 1) frame.variables.set(top - 2, index);
        }
    }
}
