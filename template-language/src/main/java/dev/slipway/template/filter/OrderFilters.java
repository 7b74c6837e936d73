package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.Sorting;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters that sort. */
final class OrderFilters {

    private OrderFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("sort", OrderFilters::sort);
        all.put("dictsort", OrderFilters::dictSort);
    }

    private static Object sort(@Nullable Object value, Arguments arguments, Budget budget) {
        boolean reversed = Inputs.isTrue(arguments, 0, "reverse");
        boolean caseSensitive = Inputs.isTrue(arguments, 1, "case_sensitive");
        Object path = argument(arguments, 2, "attribute");
        List<@Nullable Object> items =
                Values.isMissing(value) ? new ArrayList<>() : Inputs.items(value, "sort", budget);
        Comparator<@Nullable Object> order = (left, right) -> {
            Object a = Inputs.attribute(left, path, "sort", budget);
            Object b = Inputs.attribute(right, path, "sort", budget);
            boolean lower = !caseSensitive && a instanceof String && b instanceof String;
            return compared(lower ? lower(a) : a, lower ? lower(b) : b, budget) * (reversed ? -1 : 1);
        };
        return Sorting.sorted(items, order, budget);
    }

    private static Object lower(@Nullable Object text) {
        return Inputs.text(text, "sort").toLowerCase(Locale.ROOT);
    }

    private static int compared(@Nullable Object a, @Nullable Object b, Budget budget) {
        return Operators.less(a, b, false, budget) ? -1 : Operators.less(b, a, false, budget) ? 1 : 0;
    }

    private static Object dictSort(@Nullable Object value, Arguments arguments, Budget budget) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("\"dictsort\" needs a map, not " + Values.kind(value) + ".");
        }
        boolean caseSensitive = Inputs.isTrue(arguments, 0, "case_sensitive");
        int by = part(argument(arguments, 1, "by"));
        List<@Nullable Object> pairs = new ArrayList<>(map.size());
        map.forEach((key, item) -> {
            List<@Nullable Object> pair = new ArrayList<>(2);
            pair.add(key);
            pair.add(item);
            pairs.add(pair);
        });
        return Sorting.sorted(
                pairs,
                (left, right) -> order(
                        Values.list(left, "dictsort").get(by),
                        Values.list(right, "dictsort").get(by),
                        caseSensitive,
                        budget),
                budget);
    }

    private static int part(@Nullable Object by) {
        if (by == Undefined.UNDEFINED || "key".equals(by)) {
            return 0;
        }
        if ("value".equals(by)) {
            return 1;
        }
        throw new IllegalArgumentException("\"dictsort\" can sort by \"key\" or by \"value\".");
    }

    /** As nunjucks has it: whatever is neither greater nor the same is less. */
    private static int order(@Nullable Object left, @Nullable Object right, boolean caseSensitive, Budget budget) {
        Object a = !caseSensitive && left instanceof String text ? text.toUpperCase(Locale.ROOT) : left;
        Object b = !caseSensitive && right instanceof String text ? text.toUpperCase(Locale.ROOT) : right;
        return Operators.less(b, a, false, budget) ? 1 : Operators.strictlyEqual(a, b) ? 0 : -1;
    }
}
