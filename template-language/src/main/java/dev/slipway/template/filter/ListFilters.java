package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.Members;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.PropertyOrder;
import dev.slipway.template.value.SafeText;
import dev.slipway.template.value.Search;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Filters that take a list apart or put it together. */
final class ListFilters {

    private ListFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("first", (value, _, budget) -> at(value, 0, "first", budget));
        all.put("last", (value, _, budget) -> at(value, size(value) - 1, "last", budget));
        all.put(
                "random",
                (value, _, budget) ->
                        at(value, ThreadLocalRandom.current().nextInt(Math.max(1, size(value))), "random", budget));
        all.put("length", (value, _, _) -> length(value));
        all.put("list", ListFilters::list);
        all.put("join", ListFilters::join);
        all.put("reverse", ListFilters::reverse);
        all.put("sum", ListFilters::sum);
        all.put("batch", ListFilters::batch);
        all.put("slice", ListFilters::slice);
    }

    private static int size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case SafeText safe -> safe.text().length();
            case List<?> list -> list.size();
            case null, default -> 0;
        };
    }

    private static @Nullable Object at(@Nullable Object value, int index, String filter, Budget budget) {
        Object target = value instanceof SafeText safe ? safe.text() : value;
        if (target instanceof String || target instanceof List) {
            return Members.get(target, (long) index, budget);
        }
        throw new IllegalArgumentException(
                "\"" + filter + "\" needs a list or a text, not " + Values.kind(value) + ".");
    }

    private static Object length(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> Numbers.of(map.size());
            case List<?> list -> Numbers.of(list.size());
            case String text -> Numbers.of(text.length());
            case SafeText safe -> Numbers.of(safe.text().length());
            case null, default -> Values.isMissing(value) || Boolean.FALSE.equals(value) ? 0L : Undefined.UNDEFINED;
        };
    }

    /** Characters of a text, entries of a map as key and value. */
    private static Object list(@Nullable Object value, Arguments arguments, Budget budget) {
        if (!(value instanceof Map<?, ?> map)) {
            return value instanceof List<?> ? value : Inputs.items(value, "list", budget);
        }
        List<@Nullable Object> entries = new ArrayList<>();
        map.forEach((key, item) -> {
            Map<String, @Nullable Object> entry = PropertyOrder.newMap(2);
            entry.put("key", key);
            entry.put("value", item);
            entries.add(entry);
        });
        return entries;
    }

    private static Object join(@Nullable Object value, Arguments arguments, Budget budget) {
        Object separator = argument(arguments, 0, "separator");
        List<@Nullable Object> items =
                members(Values.list(value, "\"join\""), argument(arguments, 1, "attribute"), "join", budget);
        return Conversions.joined(items, Values.isTrue(separator) ? Conversions.text(separator, budget) : "", budget);
    }

    /** {@code item[name]} of each item; without a name the items themselves. */
    private static List<@Nullable Object> members(
            List<@Nullable Object> items, @Nullable Object name, String filter, Budget budget) {
        budget.steps(items.size());
        if (!Values.isTrue(name)) {
            return items;
        }
        List<@Nullable Object> members = new ArrayList<>(items.size());
        items.forEach(item -> members.add(Inputs.member(item, name, filter, budget)));
        return members;
    }

    private static Object reverse(@Nullable Object value, Arguments arguments, Budget budget) {
        if (value instanceof String || value instanceof SafeText) {
            return SafeText.like(value, Search.reversed(budget.checked(Inputs.text(value, "reverse"))));
        }
        return Values.isMissing(value)
                ? new ArrayList<>()
                : new ArrayList<>(Inputs.items(value, "reverse", budget).reversed());
    }

    private static Object sum(@Nullable Object value, Arguments arguments, Budget budget) {
        Object start = argument(arguments, 1, "start");
        Object sum = 0L;
        for (Object item : members(Values.list(value, "\"sum\""), argument(arguments, 0, "attribute"), "sum", budget)) {
            sum = Operators.sum(sum, item, budget);
        }
        return Operators.sum(start == Undefined.UNDEFINED ? 0L : start, sum, budget);
    }

    private static Object batch(@Nullable Object value, Arguments arguments, Budget budget) {
        int size = Inputs.number(arguments, 0, "linecount", Integer.MAX_VALUE, budget);
        Object fill = argument(arguments, 1, "fill_with");
        List<@Nullable Object> batches = new ArrayList<>();
        List<@Nullable Object> batch = new ArrayList<>();
        for (Object item : Inputs.items(value, "batch", budget)) {
            if (!batch.isEmpty() && batch.size() >= size) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(item);
        }
        if (!batch.isEmpty()) {
            for (int i = batch.size(); Values.isTrue(fill) && i < size; i++) {
                budget.step();
                batch.add(fill);
            }
            batches.add(batch);
        }
        return batches;
    }

    private static Object slice(@Nullable Object value, Arguments arguments, Budget budget) {
        List<@Nullable Object> items = Values.list(value, "\"slice\"");
        int count = Inputs.number(arguments, 0, "slices", 0, budget);
        Object fill = argument(arguments, 1, "fill_with");
        List<@Nullable Object> slices = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            budget.step();
            boolean longer = i < items.size() % count;
            int to = from + items.size() / count + (longer ? 1 : 0);
            List<@Nullable Object> slice = new ArrayList<>(items.subList(from, to));
            if (Values.isTrue(fill) && !longer) {
                slice.add(fill);
            }
            slices.add(slice);
            from = to;
        }
        return slices;
    }
}
