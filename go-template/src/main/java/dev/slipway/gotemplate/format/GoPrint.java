package dev.slipway.gotemplate.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's Sprint and Sprintln. */
public final class GoPrint {

    private GoPrint() {}

    /** One value, as an action writes it, but for nil. */
    public static String print(@Nullable Object value, long limit) {
        return switch (value) {
            case null -> "<nil>";
            case String text -> text;
            case Long number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> print(List.of(value), limit);
        };
    }

    /** Spaces stand between two that are no strings. */
    public static String print(List<? extends @Nullable Object> values, long limit) {
        Output out = new Output(limit);
        ValuePrinter printer = new ValuePrinter(out, new Flags());
        for (int i = 0; i < values.size(); i++) {
            boolean spaced = i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
            if (spaced) out.write(' ');
            printer.print(values.get(i), 'v');
        }
        return out.toString();
    }

    /** Spaces stand between all, and a line feed at the end. */
    public static String println(List<? extends @Nullable Object> values, long limit) {
        Output out = new Output(limit);
        ValuePrinter printer = new ValuePrinter(out, new Flags());
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) out.write(' ');
            printer.print(values.get(i), 'v');
        }
        return out.write('\n').toString();
    }
}
