package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** nunjucks' global functions. */
public final class Globals {

    private Globals() {}

    /** The function with this name, or undefined. */
    public static Object named(String name, Budget budget) {
        return switch (name) {
            case "range" -> (Function) arguments -> range(arguments, budget);
            case "cycler" -> (Function) arguments -> cycler(arguments.positional());
            case "joiner" -> (Function) arguments -> joiner(Given.argument(arguments, 0));
            default -> Undefined.UNDEFINED;
        };
    }

    /** {@code range(stop)} or {@code range(start, stop, step)}. */
    private static List<@Nullable Object> range(Arguments arguments, Budget budget) {
        boolean onlyStop = Given.argument(arguments, 1) == Undefined.UNDEFINED;
        double start = onlyStop ? 0 : number(Given.argument(arguments, 0));
        double stop = number(Given.argument(arguments, onlyStop ? 0 : 1));
        Object given = Given.argument(arguments, 2);
        double step = onlyStop || !Values.isTrue(given) ? 1 : number(given);
        List<@Nullable Object> numbers = new ArrayList<>();
        for (double i = start; step > 0 ? i < stop : i > stop; i += step) {
            budget.step();
            numbers.add(Numbers.of(i));
        }
        return numbers;
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("\"range\" needs numbers, not " + Values.kind(value) + ".");
    }

    /** Gives its items in turn, again and again. */
    private static Map<String, @Nullable Object> cycler(List<@Nullable Object> items) {
        Map<String, @Nullable Object> cycler = new LinkedHashMap<>();
        int[] next = {0};
        cycler.put("current", null);
        cycler.put("reset", (Function) _ -> {
            next[0] = 0;
            cycler.put("current", null);
            return Undefined.UNDEFINED;
        });
        cycler.put("next", (Function) _ -> {
            Object item = items.isEmpty() ? Undefined.UNDEFINED : items.get(next[0]);
            next[0] = items.isEmpty() ? 0 : (next[0] + 1) % items.size();
            cycler.put("current", item);
            return item;
        });
        return cycler;
    }

    /** Gives nothing at first, then the separator. */
    private static Function joiner(@Nullable Object separator) {
        boolean[] first = {true};
        return _ -> {
            Object value = first[0] ? "" : Values.isTrue(separator) ? separator : ",";
            first[0] = false;
            return value;
        };
    }
}
