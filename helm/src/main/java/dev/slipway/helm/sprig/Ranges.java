package dev.slipway.helm.sprig;

import dev.slipway.gotemplate.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs of numbers. */
final class Ranges {

    private Ranges() {}

    static List<@Nullable Object> until(Call call, long count) {
        return numbers(call, 0, count, count < 0 ? -1 : 1);
    }

    /** From the first on, until the next would reach the end; none when the step leads away from it. */
    static List<@Nullable Object> numbers(Call call, long start, long end, long step) {
        List<@Nullable Object> numbers = new ArrayList<>();
        if (step == 0 || (end < start) != (step < 0)) {
            return numbers;
        }
        long count = Math.abs(Math.subtractExact(end, start) / step);
        call.spend(count);
        call.reserve(2 * Call.ELEMENT * count);
        for (long at = start; step > 0 ? at < end : at > end; at += step) {
            numbers.add(at);
        }
        return numbers;
    }

    /** As the shell's {@code seq}: LAST, FIRST LAST or FIRST STEP LAST. */
    static String sequence(Call call, List<@Nullable Object> a) {
        if (a.isEmpty() || a.size() > 3) {
            return "";
        }
        long first = a.size() == 1 ? 1 : Arguments.whole(a, 0);
        long last = Arguments.whole(a, a.size() - 1);
        long away = last < first ? -1 : 1;
        long step = a.size() == 3 ? Arguments.whole(a, 1) : away;
        if (a.size() == 3 && last < first && step > 0) {
            return "";
        }
        return numbers(call, first, last + away, step).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
