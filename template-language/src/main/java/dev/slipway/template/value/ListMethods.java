package dev.slipway.template.value;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The methods of JavaScript's Array that templates may call; those that change the list change the template's copy. */
final class ListMethods {

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
        Object first = TextMethods.argument(arguments, 0);
        Object second = TextMethods.argument(arguments, 1);
        budget.steps(list.size() + 1L);
        return switch (method) {
            case "at" -> at(list, Values.integer(first, 0));
            case "concat" -> concat(list, arguments, budget);
            case "flat" -> flat(list, Values.integer(first, 1), budget);
            case "includes" -> indexOf(list, first) >= 0;
            case "indexOf" -> Numbers.of(indexOf(list, first));
            case "lastIndexOf" -> Numbers.of(lastIndexOf(list, first));
            case "join" -> join(list, first == Undefined.UNDEFINED ? "," : Values.text(first), budget);
            case "toString" -> Values.text(list);
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
            case "sort" -> {
                list.sort(Comparator.comparing(Values::text));
                yield list;
            }
            case "slice" -> slice(list, first, second);
            case "splice" -> splice(list, arguments);
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

    private static List<@Nullable Object> flat(List<?> list, int depth, Budget budget) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object item : list) {
            budget.step();
            if (item instanceof List<?> inner && depth > 0) {
                result.addAll(flat(inner, Math.min(depth, 50) - 1, budget));
            } else {
                result.add(item);
            }
        }
        return result;
    }

    private static int indexOf(List<@Nullable Object> list, @Nullable Object wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (Operators.strictlyEqual(list.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(List<@Nullable Object> list, @Nullable Object wanted) {
        int reversed = indexOf(list.reversed(), wanted);
        return reversed < 0 ? -1 : list.size() - 1 - reversed;
    }

    static String join(List<?> list, String separator, Budget budget) {
        StringJoiner joined = new StringJoiner(separator);
        for (Object item : list) {
            joined.add(Values.printed(item));
            budget.text(joined.length());
        }
        return joined.toString();
    }

    private static List<@Nullable Object> slice(
            List<@Nullable Object> list, @Nullable Object start, @Nullable Object end) {
        int from = TextMethods.relative(Values.integer(start, 0), list.size());
        int to = TextMethods.relative(Values.integer(end, list.size()), list.size());
        return from < to ? new ArrayList<>(list.subList(from, to)) : new ArrayList<>();
    }

    private static List<@Nullable Object> splice(List<@Nullable Object> list, Arguments arguments) {
        int from = TextMethods.relative(Values.integer(TextMethods.argument(arguments, 0), 0), list.size());
        int count = Values.integer(TextMethods.argument(arguments, 1), list.size() - from);
        List<@Nullable Object> range = list.subList(from, from + Math.clamp(count, 0, list.size() - from));
        List<@Nullable Object> removed = new ArrayList<>(range);
        range.clear();
        if (arguments.positional().size() > 2) {
            list.addAll(
                    from,
                    arguments.positional().subList(2, arguments.positional().size()));
        }
        return removed;
    }
}
