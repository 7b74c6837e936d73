package dev.slipway.scaffolder.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.action.ActionExample;
import dev.slipway.scaffolding.run.FilterListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What expressions may use beside nunjucks' own, as Backstage's API has it. There are no globals: roots are what a run knows. */
@RestController
class TemplatingExtensionsApi {

    private final ActionRegistry registry;

    TemplatingExtensionsApi(ActionRegistry registry) {
        this.registry = registry;
    }

    /** A filter. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Filter(String description, Map<String, Object> schema, List<ActionExample> examples) {}

    /** Functions and values by name. */
    record Globals(Map<String, Object> functions, Map<String, Object> values) {}

    /** Filters by name. */
    record Extensions(Map<String, Filter> filters, Globals globals) {}

    @GetMapping("/api/scaffolder/v2/templating-extensions")
    @Access(Permission.VIEW)
    Extensions extensions() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        FilterListing.all(registry.actions().filters())
                .forEach(each ->
                        filters.put(each.name(), new Filter(each.description(), each.schema(), each.examples())));
        return new Extensions(filters, new Globals(Map.of(), Map.of()));
    }
}
