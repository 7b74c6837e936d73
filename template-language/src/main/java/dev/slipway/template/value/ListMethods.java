package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of JavaScript's Array that templates may call; those that change the list change the template's copy. */
final class ListMethods {

    private static final int DEEPEST = 100;
    private static final Set<String> KNOWN = Set.of(
            "at",
            "concat",
            "flat",
            "includes",
            "indexOf",
            "join",
            "lastIndexOf",
            "pop",
            "push",
            "reverse",
            "shift",
            "slice",
            "sort",
            "splice",
            "toString",
            "unshift");

    private ListMethods() {}

    static @Nullable Object call(List<@Nullable Object> list, String method, Arguments arguments, Budget budget) {
        Object first = Given.argument(arguments, 0);
        Object second = Given.argument(arguments, 1);
        budget.steps(list.size() + 1L);
        return switch (method) {
            case "at" -> at(list, Conversions.integer(first, 0, budget));
            case "concat" -> concat(list, arguments, budget);
            case "flat" -> flat(list, Conversions.integer(first, 1, budget), 0, budget);
            case "includes" -> includes(list, first, Given.relative(second, 0, list.size(), budget));
            case "indexOf" ->
                Numbers.of(Operators.indexOf(list, first, Given.relative(second, 0, list.size(), budget), budget));
            case "lastIndexOf" -> lastIndexOf(list, first, arguments, budget);
            case "join" ->
                Conversions.joined(list, first == Undefined.UNDEFINED ? "," : Conversions.text(first, budget), budget);
            case "toString" -> Conversions.text(list, budget);
            case "slice" -> slice(list, first, second, budget);
            default -> change(list, method, arguments, budget);
        };
    }

    private static @Nullable Object change(
            List<@Nullable Object> list, String method, Arguments arguments, Budget budget) {
        return switch (method) {
            case "pop" -> list.isEmpty() ? Undefined.UNDEFINED : list.removeLast();
            case "shift" -> list.isEmpty() ? Undefined.UNDEFINED : list.removeFirst();
            case "push" -> {
                list.addAll(arguments.positional());
                yield Numbers.of(list.size());
            }
            case "unshift" -> {
                list.addAll(0, arguments.positional());
                yield Numbers.of(list.size());
            }
            case "reverse" -> {
                Collections.reverse(list);
                yield list;
            }
            case "sort" -> sort(list, Given.argument(arguments, 0), budget);
            case "splice" -> splice(list, arguments, budget);
            default -> throw Members.unknown(method, "a list", KNOWN);
        };
    }

    private static @Nullable Object at(List<@Nullable Object> list, int index) {
        int at = index < 0 ? list.size() + index : index;
        return at >= 0 && at < list.size() ? list.get(at) : Undefined.UNDEFINED;
    }

    private static List<@Nullable Object> concat(List<@Nullable Object> list, Arguments arguments, Budget budget) {
        List<@Nullable Object> result = new ArrayList<>(list);
        for (Object more : arguments.positional()) {
            if (more instanceof List<?> items) {
                budget.steps(items.size());
                result.addAll(items);
            } else {
                result.add(more);
            }
        }
        return result;
    }

    private static List<@Nullable Object> flat(List<?> list, int levels, int depth, Budget budget) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("A list is nested more than " + DEEPEST + " levels deep.");
        }
        List<@Nullable Object> result = new ArrayList<>();
        for (Object item : list) {
            budget.step();
            if (item instanceof List<?> inner && levels > 0) {
                List<@Nullable Object> items = flat(inner, levels - 1, depth + 1, budget);
                budget.steps(items.size());
                result.addAll(items);
            } else {
                result.add(item);
            }
        }
        return result;
    }

    /** Unlike {@code indexOf} it finds what is not a number. */
    private static boolean includes(List<@Nullable Object> list, @Nullable Object wanted, int from) {
        return list.subList(from, list.size()).stream()
                .anyMatch(item -> Operators.strictlyEqual(item, wanted) || (isNaN(item) && isNaN(wanted)));
    }

    private static boolean isNaN(@Nullable Object value) {
        return value instanceof Double number && number.isNaN();
    }

    private static Number lastIndexOf(
            List<@Nullable Object> list, @Nullable Object wanted, Arguments arguments, Budget budget) {
        int given = arguments.positional().size() > 1
                ? Conversions.integer(arguments.positional().get(1), 0, budget)
                : list.size() - 1;
        int from = given < 0 ? list.size() + given : Math.min(given, list.size() - 1);
        for (int i = from; i >= 0; i--) {
            if (Operators.strictlyEqual(list.get(i), wanted)) {
                return (long) i;
            }
        }
        return -1L;
    }

    private static List<@Nullable Object> sort(List<@Nullable Object> list, @Nullable Object order, Budget budget) {
        if (order != Undefined.UNDEFINED) {
            throw new IllegalArgumentException(
                    "\"sort\" takes no function; the filter \"sort\" can sort by an attribute.");
        }
        Comparator<@Nullable Object> byText =
                Comparator.comparing(item -> item instanceof String text ? text : Conversions.text(item, budget));
        List<@Nullable Object> sorted = Sorting.sorted(list, byText, budget);
        for (int i = 0; i < sorted.size(); i++) {
            list.set(i, sorted.get(i));
        }
        return list;
    }

    private static List<@Nullable Object> slice(
            List<@Nullable Object> list, @Nullable Object start, @Nullable Object end, Budget budget) {
        int from = Given.relative(start, 0, list.size(), budget);
        int to = Given.relative(end, list.size(), list.size(), budget);
        return from < to ? new ArrayList<>(list.subList(from, to)) : new ArrayList<>();
    }

    private static List<@Nullable Object> splice(List<@Nullable Object> list, Arguments arguments, Budget budget) {
        List<@Nullable Object> given = arguments.positional();
        int from = Given.relative(Given.argument(arguments, 0), 0, list.size(), budget);
        int rest = list.size() - from;
        int count = switch (given.size()) {
            case 0 -> 0;
            case 1 -> rest;
            default -> Math.clamp(Conversions.integer(given.get(1), 0, budget), 0, rest);
        };
        List<@Nullable Object> range = list.subList(from, from + count);
        List<@Nullable Object> removed = new ArrayList<>(range);
        range.clear();
        if (given.size() > 2) {
            list.addAll(from, given.subList(2, given.size()));
        }
        return removed;
    }
}
