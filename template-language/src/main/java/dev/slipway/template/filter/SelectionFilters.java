package dev.slipway.template.filter;

import static dev.slipway.template.filter.Inputs.argument;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.contract.Undefined;
import dev.slipway.template.filter.Filters.BuiltIn;
import dev.slipway.template.syntax.NearMisses;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Conversions;
import dev.slipway.template.value.PropertyOrder;
import dev.slipway.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters that choose among items, or put them into groups. */
final class SelectionFilters {

    private SelectionFilters() {}

    static void addTo(Map<String, BuiltIn> all) {
        all.put("select", (value, arguments, budget) -> byTest(value, arguments, true, budget));
        all.put("reject", (value, arguments, budget) -> byTest(value, arguments, false, budget));
        all.put("selectattr", (value, arguments, budget) -> byMember(value, arguments, true, budget));
        all.put("rejectattr", (value, arguments, budget) -> byMember(value, arguments, false, budget));
        all.put("groupby", SelectionFilters::groupBy);
    }

    private static Object byTest(@Nullable Object value, Arguments arguments, boolean keep, Budget budget) {
        Object given = argument(arguments, 0, "test");
        String name = given == Undefined.UNDEFINED ? "truthy" : Conversions.text(given, budget);
        Tests.Test test = Tests.ALL.get(name);
        if (test == null) {
            List<String> near = NearMisses.of(name, Tests.ALL.keySet());
            throw new IllegalArgumentException("The test \"" + name + "\" is not known."
                    + (near.isEmpty() ? "" : " Did you mean \"" + near.getFirst() + "\"?"));
        }
        List<@Nullable Object> all = arguments.positional();
        Arguments rest = all.size() < 2 ? Arguments.NONE : new Arguments(all.subList(1, 2), Map.of());
        return kept(value, "select", item -> test.holds(item, rest, budget) == keep, budget);
    }

    private static Object byMember(@Nullable Object value, Arguments arguments, boolean keep, Budget budget) {
        Object name = argument(arguments, 0, "attribute");
        List<@Nullable Object> items = Values.list(value, "\"selectattr\"");
        return kept(
                items,
                "selectattr",
                item -> Values.isTrue(Inputs.member(item, name, "selectattr", budget)) == keep,
                budget);
    }

    private static List<@Nullable Object> kept(
            @Nullable Object value, String filter, Predicate<@Nullable Object> condition, Budget budget) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : Inputs.items(value, filter, budget)) {
            if (condition.test(item)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static Object groupBy(@Nullable Object value, Arguments arguments, Budget budget) {
        Object path = argument(arguments, 0, "attribute");
        Map<String, @Nullable Object> groups = PropertyOrder.newMap(8);
        for (Object item : Inputs.items(value, "groupby", budget)) {
            String key = Conversions.text(Inputs.attribute(item, path, "groupby", budget), budget);
            Object group = groups.computeIfAbsent(key, _ -> new ArrayList<@Nullable Object>());
            Values.list(group, "groupby").add(item);
        }
        return PropertyOrder.ordered(groups);
    }
}
