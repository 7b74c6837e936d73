package dev.slipway.scaffolder.web;

import dev.slipway.identity.CurrentActor;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.form.FormState;
import dev.slipway.scaffolder.form.FormViews;
import dev.slipway.scaffolder.form.HiddenInput;
import dev.slipway.scaffolder.form.SealedSecrets;
import dev.slipway.scaffolder.form.SecretCarrier;
import dev.slipway.scaffolder.preview.Preview;
import dev.slipway.scaffolder.preview.TemplatePreviews;
import dev.slipway.scaffolder.web.CreateView.Buttons;
import dev.slipway.scaffolder.web.CreateView.Step;
import dev.slipway.scaffolding.ButtonLabels;
import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the pages of a template's form. */
@Component
class CreateViews {

    private final FormViews fields;
    private final TemplatePreviews previews;
    private final SealedSecrets sealed;
    private final CurrentActor actor;

    CreateViews(FormViews fields, TemplatePreviews previews, SealedSecrets sealed, CurrentActor actor) {
        this.fields = fields;
        this.previews = previews;
        this.sealed = sealed;
        this.actor = actor;
    }

    /** The answers that a browser sent. */
    FormState state(StoredTemplate template, MultiValueMap<String, String> sent) {
        return FormState.of(Form.asking(template.definition()), sent, secrets(template));
    }

    private SecretCarrier secrets(StoredTemplate template) {
        return new SecretCarrier(sealed, template.key(), actor.get().account());
    }

    Preview preview(StoredTemplate template, FormState state) {
        return previews.of(template, state, actor.get());
    }

    CreateView view(
            StoredTemplate template,
            FormState state,
            int page,
            List<FieldProblem> problems,
            String note,
            boolean withPreview) {
        List<ParameterPage> pages = IntStream.range(0, state.form().pages())
                .mapToObj(state.form()::described)
                .toList();
        boolean review = page == pages.size();
        Map<String, @Nullable Object> values = state.withDefaults();
        List<Step> steps = steps(state, pages, page, values);
        return new CreateView(
                CreateAddresses.form(template.key()),
                template.definition().title(),
                template.definition().description(),
                steps,
                page,
                review ? "" : pages.get(page).description(),
                review,
                review ? List.of() : fields.fields(state, page, problems, secrets(template)),
                carried(template, state, page),
                review ? fields.reviewed(state) : List.of(),
                problems.stream()
                        .filter(problem -> pages.isEmpty() || review || !state.hasOn(page, problem))
                        .map(FieldProblem::message)
                        .distinct()
                        .toList(),
                review ? "" : String.join(" ", state.paths(page)),
                note,
                buttons(template.definition().buttonLabels(), state.after(page) == pages.size()),
                withPreview ? preview(template, state) : null);
    }

    private static List<Step> steps(
            FormState state, List<ParameterPage> pages, int current, Map<String, @Nullable Object> values) {
        List<Step> steps = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            if (page == current || state.form().shows(page, values)) {
                String title = pages.get(page).title();
                steps.add(new Step(title.isEmpty() ? "Step " + (steps.size() + 1) : title, page == current));
            }
        }
        steps.add(new Step("Review", current == pages.size()));
        return steps;
    }

    private List<HiddenInput> carried(StoredTemplate template, FormState state, int shown) {
        List<HiddenInput> carried = new ArrayList<>();
        for (int page = 0; page < state.form().pages(); page++) {
            if (page != shown) {
                carried.addAll(fields.carried(state, page, secrets(template)));
            }
        }
        return carried;
    }

    private static Buttons buttons(ButtonLabels labels, boolean last) {
        String review = labels.review().isEmpty() ? "Review" : labels.review();
        return new Buttons(
                labels.back().isEmpty() ? "Back" : labels.back(),
                last ? review : "Next",
                labels.create().isEmpty() ? "Create" : labels.create());
    }
}
