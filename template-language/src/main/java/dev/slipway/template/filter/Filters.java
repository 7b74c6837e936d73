package dev.slipway.template.filter;

import dev.slipway.template.contract.Arguments;
import dev.slipway.template.value.Budget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** nunjucks' filters by name. */
public final class Filters {

    /** A filter that counts against the budget. */
    @FunctionalInterface
    public interface BuiltIn {
        @Nullable
        Object apply(@Nullable Object value, Arguments arguments, Budget budget);
    }

    /** Every filter of nunjucks, and cookiecutter's {@code jsonify}. */
    public static final Map<String, BuiltIn> ALL = all();

    private Filters() {}

    private static Map<String, BuiltIn> all() {
        Map<String, BuiltIn> all = new HashMap<>();
        TextFilters.addTo(all);
        LayoutFilters.addTo(all);
        HtmlFilters.addTo(all);
        ListFilters.addTo(all);
        SelectionFilters.addTo(all);
        OrderFilters.addTo(all);
        ValueFilters.addTo(all);
        return Map.copyOf(all);
    }
}
