package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** nunjucks' global function {@code range(stop)} or {@code range(start, stop, step)}. */
public final class Ranges {

    private Ranges() {}

    public static List<@Nullable Object> range(Arguments arguments, Budget budget) {
        boolean onlyStop = arguments.positional().size() < 2;
        double first = Values.number(TextMethods.argument(arguments, 0));
        double start = onlyStop ? 0 : first;
        double stop = onlyStop ? first : Values.number(TextMethods.argument(arguments, 1));
        double step = arguments.positional().size() > 2 ? Values.number(TextMethods.argument(arguments, 2)) : 1;
        if (step == 0 || Double.isNaN(start + stop + step)) {
            throw new IllegalArgumentException("\"range\" needs numbers and a step other than 0.");
        }
        List<@Nullable Object> numbers = new ArrayList<>();
        for (double i = start; step > 0 ? i < stop : i > stop; i += step) {
            budget.step();
            numbers.add(Numbers.of(i));
        }
        return numbers;
    }
}
