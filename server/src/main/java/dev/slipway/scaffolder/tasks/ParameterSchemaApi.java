package dev.slipway.scaffolder.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolding.ButtonLabels;
import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.TemplateDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The form of a template as Backstage's pages ask for it. */
@RestController
@Access(Permission.VIEW)
class ParameterSchemaApi {

    private static final String UNTITLED = "Please enter the following information";

    private final Templates templates;
    private final TemplateRefs refs;

    ParameterSchemaApi(Templates templates, TemplateRefs refs) {
        this.templates = templates;
        this.refs = refs;
    }

    /** A form. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Schema(
            String title,
            @Nullable String description,
            @Nullable Presentation presentation,
            List<Page> steps) {}

    /** What its buttons say. */
    record Presentation(Map<String, String> buttonLabels) {}

    /** One of its pages. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(String title, @Nullable String description, Map<String, @Nullable Object> schema) {

        static Page of(ParameterPage page) {
            return new Page(
                    page.title().isEmpty() ? UNTITLED : page.title(),
                    page.description().isEmpty() ? null : page.description(),
                    page.schema());
        }
    }

    @GetMapping("/api/scaffolder/v2/templates/{namespace}/{kind}/{name}/parameter-schema")
    Schema schema(@PathVariable String namespace, @PathVariable String kind, @PathVariable String name) {
        TemplateDefinition template =
                templates.get(refs.key(kind + ":" + namespace + "/" + name)).definition();
        return new Schema(
                template.title(),
                template.description().isEmpty() ? null : template.description(),
                presentation(template.buttonLabels()),
                template.pages().stream().map(Page::of).toList());
    }

    private static @Nullable Presentation presentation(ButtonLabels labels) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("backButtonText", labels.back());
        said.put("createButtonText", labels.create());
        said.put("reviewButtonText", labels.review());
        said.values().removeIf(String::isEmpty);
        return said.isEmpty() ? null : new Presentation(said);
    }
}
