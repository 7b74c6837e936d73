package dev.slipway.template.value;

import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JavaScript's stable sort: undefined comes last, whatever the order, and an order that contradicts itself (as JavaScript's comparisons
 * of texts with numbers do) is no error.
 */
public final class Sorting {

    /** Java's own sort takes any order as long as it has nothing to merge. */
    private static final int UNMERGED = 31;

    private Sorting() {}

    public static List<@Nullable Object> sorted(
            List<@Nullable Object> items, Comparator<@Nullable Object> order, Budget budget) {
        List<@Nullable Object> sorted = new ArrayList<>(items.size());
        items.stream().filter(item -> item != Undefined.UNDEFINED).forEach(sorted::add);
        Comparator<@Nullable Object> counted = (a, b) -> {
            budget.step();
            return order.compare(a, b);
        };
        for (int from = 0; from < sorted.size(); from += UNMERGED) {
            sorted.subList(from, Math.min(sorted.size(), from + UNMERGED)).sort(counted);
        }
        for (int width = UNMERGED; width < sorted.size(); width *= 2) {
            sorted = merged(sorted, width, counted);
        }
        while (sorted.size() < items.size()) {
            sorted.add(Undefined.UNDEFINED);
        }
        return sorted;
    }

    private static List<@Nullable Object> merged(
            List<@Nullable Object> runs, int width, Comparator<@Nullable Object> order) {
        List<@Nullable Object> result = new ArrayList<>(runs.size());
        for (int from = 0; from < runs.size(); from += 2 * width) {
            int middle = Math.min(runs.size(), from + width);
            int end = Math.min(runs.size(), middle + width);
            int left = from;
            int right = middle;
            while (left < middle || right < end) {
                boolean takeLeft =
                        right == end || (left < middle && order.compare(runs.get(right), runs.get(left)) >= 0);
                result.add(runs.get(takeLeft ? left++ : right++));
            }
        }
        return result;
    }
}
