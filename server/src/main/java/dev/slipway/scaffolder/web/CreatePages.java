package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateRuns;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of templates, and the form of each. */
@Controller
class CreatePages {

    private static final int NEWEST = 10;

    private final Templates templates;
    private final TemplateRuns runs;
    private final FormViews views;
    private final CurrentActor actor;

    CreatePages(Templates templates, TemplateRuns runs, FormViews views, CurrentActor actor) {
        this.templates = templates;
        this.runs = runs;
        this.views = views;
        this.actor = actor;
    }

    @GetMapping("/create")
    @Access(Permission.VIEW)
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("runs", runs.newest(NEWEST));
        return "scaffolder/templates";
    }

    @GetMapping("/create/{name}")
    @Access(Permission.CREATE_SERVICE)
    String form(@PathVariable String name, Model model) {
        StoredTemplate template = templates.get(name);
        FormState state = FormState.of(new Form(template.definition()), new LinkedMultiValueMap<>());
        return show(template, state, 0, List.of(), model);
    }

    /** @param go {@code next}, {@code back}, {@code create}, or {@code stay} to show what other answers ask for */
    @PostMapping("/create/{name}")
    @Access(Permission.CREATE_SERVICE)
    String answer(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        StoredTemplate template = templates.get(name);
        FormState state = FormState.of(new Form(template.definition()), sent);
        int current = Math.clamp(page, 0, state.form().pages());
        return switch (go) {
            case "back" -> show(template, state, Math.max(0, current - 1), List.of(), model);
            case "stay" -> show(template, state, current, List.of(), model);
            case "create" -> create(template, state, model);
            default -> next(template, state, current, model);
        };
    }

    private String next(StoredTemplate template, FormState state, int page, Model model) {
        if (page == state.form().pages()) {
            return create(template, state, model);
        }
        List<FieldProblem> here = runs.check(template, state.values(), actor.get()).stream()
                .filter(problem -> state.hasOn(page, problem))
                .toList();
        return show(template, state, here.isEmpty() ? page + 1 : page, here, model);
    }

    private String create(StoredTemplate template, FormState state, Model model) {
        List<FieldProblem> problems = runs.check(template, state.values(), actor.get());
        if (!problems.isEmpty()) {
            return show(template, state, state.pageOf(problems), problems, model);
        }
        return "redirect:/create/runs/"
                + runs.start(directory(template), state.values(), actor.get()).id();
    }

    private String show(StoredTemplate template, FormState state, int page, List<FieldProblem> problems, Model model) {
        List<ParameterPage> pages = template.definition().pages();
        List<FieldView> shown = new ArrayList<>();
        List<FieldView> carried = new ArrayList<>();
        boolean review = page == pages.size();
        for (int each = 0; each < pages.size(); each++) {
            (review || each == page ? shown : carried).addAll(views.fields(state, each, problems, actor.get()));
        }
        model.addAttribute(
                "form",
                new CreateView(
                        directory(template),
                        template.definition().title(),
                        template.definition().description(),
                        titles(pages),
                        page,
                        review ? "" : pages.get(page).description(),
                        shown,
                        carried,
                        problems.stream()
                                .filter(problem -> problem.field().isEmpty())
                                .map(FieldProblem::message)
                                .toList()));
        return "scaffolder/form";
    }

    /** The template's directory is what it is called by in addresses. */
    private static String directory(StoredTemplate template) {
        String[] parts = template.definition().file().split("/");
        return parts[parts.length - 2];
    }

    private static List<String> titles(List<ParameterPage> pages) {
        return IntStream.range(0, pages.size())
                .mapToObj(page -> pages.get(page).title().isEmpty()
                        ? "Step " + (page + 1)
                        : pages.get(page).title())
                .toList();
    }
}
