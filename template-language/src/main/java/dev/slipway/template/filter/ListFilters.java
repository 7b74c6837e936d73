package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Numbers;
import dev.slipway.template.value.Operators;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Filters of lists and maps. */
final class ListFilters {

    private ListFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put(
                "first",
                (value, _, _) -> list(value, "first").isEmpty()
                        ? Undefined.UNDEFINED
                        : list(value, "first").getFirst());
        all.put(
                "last",
                (value, _, _) -> list(value, "last").isEmpty()
                        ? Undefined.UNDEFINED
                        : list(value, "last").getLast());
        all.put("length", (value, _, _) -> length(value));
        all.put("list", (value, _, _) -> items(value));
        all.put("join", ListFilters::join);
        all.put("reverse", ListFilters::reverse);
        all.put("sort", ListFilters::sort);
        all.put("sum", ListFilters::sum);
        all.put("select", (value, arguments, _) -> filtered(value, arguments, true));
        all.put("reject", (value, arguments, _) -> filtered(value, arguments, false));
        all.put("selectattr", (value, arguments, _) -> filteredByAttribute(value, arguments, true));
        all.put("rejectattr", (value, arguments, _) -> filteredByAttribute(value, arguments, false));
        all.put("groupby", ListFilters::groupBy);
        all.put("dictsort", ListFilters::dictSort);
        all.put("batch", ListFilters::batch);
        all.put("slice", ListFilters::slice);
    }

    private static List<@Nullable Object> list(@Nullable Object value, String filter) {
        return value instanceof String ? items(value) : Values.list(value, "\"" + filter + "\"");
    }

    /** nunjucks' {@code list}: characters of a text, entries of a map as key and value. */
    private static List<@Nullable Object> items(@Nullable Object value) {
        List<@Nullable Object> items = new ArrayList<>();
        switch (value) {
            case String text -> text.chars().forEach(c -> items.add(String.valueOf((char) c)));
            case Map<?, ?> map ->
                map.forEach((key, item) -> {
                    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
                    entry.put("key", key);
                    entry.put("value", item);
                    items.add(entry);
                });
            case null, default -> items.addAll(Values.list(value, "\"list\""));
        }
        return items;
    }

    private static Number length(@Nullable Object value) {
        return Numbers.of(
                switch (value) {
                    case String text -> text.length();
                    case List<?> list -> list.size();
                    case Map<?, ?> map -> map.size();
                    case null, default -> 0;
                });
    }

    private static @Nullable Object attribute(@Nullable Object item, String path) {
        Object at = item;
        for (String part : path.split("\\.")) {
            at = at instanceof Map<?, ?> map && map.containsKey(part) ? map.get(part) : Undefined.UNDEFINED;
        }
        return at;
    }

    private static Object join(@Nullable Object value, Arguments arguments, Budget budget) {
        String separator = Values.text(arguments.get(0, "d").orElse(""));
        StringJoiner joined = new StringJoiner(separator);
        for (Object item : list(value, "join")) {
            Object shown = arguments.get(1, "attribute").isPresent()
                    ? attribute(item, Values.text(arguments.get(1, "attribute").get()))
                    : item;
            joined.add(Values.printed(shown));
            budget.text(joined.length());
        }
        return joined.toString();
    }

    private static Object reverse(@Nullable Object value, Arguments arguments, Budget budget) {
        return value instanceof String text
                ? new StringBuilder(text).reverse().toString()
                : new ArrayList<>(list(value, "reverse").reversed());
    }

    private static Object sort(@Nullable Object value, Arguments arguments, Budget budget) {
        boolean reversed = Values.isTrue(arguments.get(0, "reversed").orElse(false));
        boolean caseSensitive = Values.isTrue(arguments.get(1, "caseSens").orElse(false));
        String path = arguments.get(2, "attribute").map(Values::text).orElse("");
        List<@Nullable Object> sorted = new ArrayList<>(list(value, "sort"));
        budget.steps(sorted.size() * 10L);
        Comparator<@Nullable Object> order = (a, b) -> compare(
                path.isEmpty() ? a : attribute(a, path), path.isEmpty() ? b : attribute(b, path), caseSensitive);
        sorted.sort(reversed ? order.reversed() : order);
        return sorted;
    }

    private static int compare(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        Object a = !caseSensitive && left instanceof String text ? text.toLowerCase(Locale.ROOT) : left;
        Object b = !caseSensitive && right instanceof String text ? text.toLowerCase(Locale.ROOT) : right;
        return Operators.less(a, b, false) ? -1 : Operators.less(b, a, false) ? 1 : 0;
    }

    private static Object sum(@Nullable Object value, Arguments arguments, Budget budget) {
        double sum = Values.number(arguments.get(1, "start").orElse(0L));
        for (Object item : list(value, "sum")) {
            sum += Values.number(
                    arguments.get(0, "attribute").isPresent()
                            ? attribute(
                                    item,
                                    Values.text(arguments.get(0, "attribute").get()))
                            : item);
        }
        return Numbers.of(sum);
    }

    private static Object filtered(@Nullable Object value, Arguments arguments, boolean keep) {
        String name = Values.text(arguments.get(0, "test").orElse("truthy"));
        Tests.Test test = Tests.ALL.get(name);
        if (test == null) {
            throw new IllegalArgumentException("The test \"" + name + "\" is not known.");
        }
        List<@Nullable Object> given = arguments.positional();
        Arguments rest = new Arguments(given.isEmpty() ? given : given.subList(1, given.size()), Map.of());
        return kept(list(value, "select"), item -> test.holds(item, rest) == keep);
    }

    private static Object filteredByAttribute(@Nullable Object value, Arguments arguments, boolean keep) {
        if (arguments.positional().size() != 1) {
            throw new IllegalArgumentException("\"selectattr\" and \"rejectattr\" take the name of one attribute.");
        }
        String path = Values.text(arguments.positional().getFirst());
        return kept(list(value, "selectattr"), item -> Values.isTrue(attribute(item, path)) == keep);
    }

    private static List<@Nullable Object> kept(
            List<@Nullable Object> items, java.util.function.Predicate<@Nullable Object> condition) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (condition.test(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static Object groupBy(@Nullable Object value, Arguments arguments, Budget budget) {
        String path = Values.text(arguments.get(0, "attribute").orElse(""));
        Map<String, List<@Nullable Object>> groups = new LinkedHashMap<>();
        for (Object item : list(value, "groupby")) {
            groups.computeIfAbsent(Values.text(attribute(item, path)), _ -> new ArrayList<>())
                    .add(item);
        }
        return groups;
    }

    private static Object dictSort(@Nullable Object value, Arguments arguments, Budget budget) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("\"dictsort\" needs a map, not " + Values.kind(value) + ".");
        }
        boolean caseSensitive = Values.isTrue(arguments.get(0, "case_sensitive").orElse(false));
        int by = "value".equals(arguments.get(1, "by").orElse("key")) ? 1 : 0;
        List<@Nullable List<@Nullable Object>> pairs = new ArrayList<>();
        map.forEach((key, item) -> {
            List<@Nullable Object> pair = new ArrayList<>();
            pair.add(key);
            pair.add(item);
            pairs.add(pair);
        });
        pairs.sort((a, b) -> a == null || b == null ? 0 : compare(a.get(by), b.get(by), caseSensitive));
        return pairs;
    }

    private static Object batch(@Nullable Object value, Arguments arguments, Budget budget) {
        int size = Math.max(1, Values.integer(arguments.get(0, "linecount").orElse(null), 1));
        List<@Nullable Object> items = list(value, "batch");
        List<@Nullable Object> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += size) {
            List<@Nullable Object> batch = new ArrayList<>(items.subList(from, Math.min(items.size(), from + size)));
            if (arguments.get(1, "fill_with").isPresent()) {
                budget.steps(size - batch.size());
                while (batch.size() < size) {
                    batch.add(arguments.get(1, "fill_with").get());
                }
            }
            batches.add(batch);
        }
        return batches;
    }

    private static Object slice(@Nullable Object value, Arguments arguments, Budget budget) {
        int count = Math.max(1, Values.integer(arguments.get(0, "slices").orElse(null), 1));
        List<@Nullable Object> items = list(value, "slice");
        budget.steps(count);
        List<@Nullable Object> slices = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int size = items.size() / count + (i < items.size() % count ? 1 : 0);
            slices.add(new ArrayList<>(items.subList(from, from + size)));
            from += size;
        }
        return slices;
    }
}
