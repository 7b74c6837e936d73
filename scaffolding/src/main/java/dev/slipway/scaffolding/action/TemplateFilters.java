package dev.slipway.scaffolding.action;

import dev.slipway.template.contract.TemplateOptions;
import java.util.List;

/** The filters that an installation adds to the language. */
public record TemplateFilters(List<TemplateFilter> all) {

    public static final TemplateFilters NONE = new TemplateFilters(List.of());

    public TemplateFilters {
        all = List.copyOf(all);
    }

    public TemplateOptions addTo(TemplateOptions options) {
        TemplateOptions result = options;
        for (TemplateFilter filter : all) {
            result = result.withFilter(filter.name(), filter);
        }
        return result;
    }
}
