package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.fields.Suggestion;
import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolder.form.FormViews;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a form's page fetches while it is filled in: the preview, and what pickers offer. */
@Controller
@Access(Permission.CREATE_SERVICE)
class FormParts {

    private final Templates templates;
    private final CreateViews views;
    private final FormViews fields;
    private final CurrentActor actor;

    FormParts(Templates templates, CreateViews views, FormViews fields, CurrentActor actor) {
        this.templates = templates;
        this.views = views;
        this.fields = fields;
        this.actor = actor;
    }

    @PostMapping({
        "/create/{name}/preview",
        "/create/platform/{name}/preview",
        "/create/catalog/{namespace}/{name}/preview"
    })
    String preview(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        model.addAttribute("preview", views.preview(template, views.state(template, sent)));
        return "scaffolder/preview";
    }

    /** @param field the path of the field that is typed into */
    @PostMapping({
        "/create/{name}/suggestions",
        "/create/platform/{name}/suggestions",
        "/create/catalog/{namespace}/{name}/suggestions"
    })
    String suggestions(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestParam String field,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        FormState state = views.state(template, sent);
        String typed = Stream.of(sent.getFirst("a." + field), sent.getFirst("v." + field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        List<Suggestion> found = state.field(field)
                .map(each -> fields.suggestions(each, typed, actor.get()))
                .orElse(List.of());
        model.addAttribute("field", field);
        model.addAttribute("suggestions", found);
        return "scaffolder/suggestions";
    }
}
