package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The form of each template. */
@Controller
@Access(Permission.CREATE_SERVICE)
class CreatePages {

    private final Templates templates;
    private final TemplateRuns runs;
    private final CreateViews views;
    private final RunAccess access;
    private final CurrentActor actor;

    CreatePages(Templates templates, TemplateRuns runs, CreateViews views, RunAccess access, CurrentActor actor) {
        this.templates = templates;
        this.runs = runs;
        this.views = views;
        this.access = access;
        this.actor = actor;
    }

    /** A browser's request for a part of the page. */
    record Wish(boolean part, Model model) {}

    /** @param from a run, whose answers to begin with */
    @GetMapping({"/create/{name}", "/create/platform/{name}", "/create/catalog/{namespace}/{name}"})
    String form(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            Model model) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        FormState state = from == null
                ? views.state(template, new LinkedMultiValueMap<>())
                : new FormState(
                        Form.asking(template.definition()), access.get(from).values(), Map.of());
        return show(template, state, state.after(-1), List.of(), "", new Wish(false, model));
    }

    /**
     * @param go {@code next}, {@code back}, {@code create}, {@code stay} to show what other answers ask for, or what a button of a
     *     list says, for example {@code add:owners}
     * @param htmx whether only a part of the page is shown anew
     */
    @PostMapping({"/create/{name}", "/create/platform/{name}", "/create/catalog/{namespace}/{name}"})
    String answer(
            @PathVariable(required = false) @Nullable String namespace,
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            Model model) {
        StoredTemplate template = templates.get(CreateAddresses.key(namespace, name));
        FormState state = views.state(template, sent);
        int current = Math.clamp(page, 0, state.form().pages());
        Wish wish = new Wish(htmx, model);
        return switch (go) {
            case "back" -> show(template, state, state.before(current), List.of(), "", wish);
            case "stay" -> show(template, state, current, List.of(), "", wish);
            case "create" -> create(template, state, wish);
            case "next" -> next(template, state, current, sent, wish);
            default -> show(template, state.edited(go), current, List.of(), "", wish);
        };
    }

    private String next(
            StoredTemplate template, FormState state, int page, MultiValueMap<String, String> sent, Wish wish) {
        if (page == state.form().pages()) {
            return create(template, state, wish);
        }
        List<FieldProblem> here = problems(template, state).stream()
                .filter(problem -> state.hasOn(page, problem))
                .toList();
        if (!here.isEmpty()) {
            return show(template, state, page, here, "", wish);
        }
        if (state.bringsFields(page, sent)) {
            return show(template, state, page, List.of(), "These answers ask for more; please look again.", wish);
        }
        return show(template, state, state.after(page), List.of(), "", wish);
    }

    private String create(StoredTemplate template, FormState state, Wish wish) {
        List<FieldProblem> problems = problems(template, state);
        if (!problems.isEmpty()) {
            return show(template, state, state.pageOf(problems), problems, "", wish);
        }
        return "redirect:/create/runs/"
                + runs.start(template.key(), state.answers(), actor.get()).id();
    }

    private List<FieldProblem> problems(StoredTemplate template, FormState state) {
        return runs.check(template, state.answers(), actor.get()).stream()
                .map(state::placed)
                .distinct()
                .toList();
    }

    private String show(
            StoredTemplate template, FormState state, int page, List<FieldProblem> problems, String note, Wish wish) {
        wish.model().addAttribute("form", views.view(template, state, page, problems, note, !wish.part()));
        return "scaffolder/form";
    }
}
