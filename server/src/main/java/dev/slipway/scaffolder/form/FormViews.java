package dev.slipway.scaffolder.form;

import dev.slipway.kernel.Actor;
import dev.slipway.scaffolder.fields.EntityFields;
import dev.slipway.scaffolder.fields.EntityWish;
import dev.slipway.scaffolder.fields.RepositoryFields;
import dev.slipway.scaffolder.fields.Suggestion;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the form's page shows. */
@Component
public class FormViews {

    private final EntityFields entities;
    private final RepositoryFields repositories;

    FormViews(EntityFields entities, RepositoryFields repositories) {
        this.entities = entities;
        this.repositories = repositories;
    }

    /** The fields of a page, from 0. */
    public List<FieldView> fields(FormState state, int page, List<FieldProblem> problems, SecretCarrier secrets) {
        Map<String, @Nullable Object> values = state.withDefaults();
        FormField whole = state.form().page(page, values);
        FieldDrawing drawing =
                new FieldDrawing(entities, repositories, problems, secrets, Drivers.of(whole.schema()), values);
        List<FieldView> views = new ArrayList<>();
        if (!whole.variants().titles().isEmpty()) {
            views.add(drawing.alternatives(whole));
        }
        whole.children().forEach(field -> views.add(drawing.view(field)));
        return views;
    }

    /** The answers of a page that is not shown. */
    public List<HiddenInput> carried(FormState state, int page, SecretCarrier secrets) {
        FormField whole = state.form().page(page, state.withDefaults());
        List<HiddenInput> inputs = new ArrayList<>();
        if (!whole.variants().titles().isEmpty()) {
            inputs.add(new HiddenInput(
                    Inputs.CHOICE + whole.path(),
                    String.valueOf(whole.variants().chosen())));
        }
        whole.children().forEach(field -> inputs.addAll(HiddenInput.of(field, secrets)));
        return inputs;
    }

    /** All answers in words. */
    public List<Reviewed> reviewed(FormState state) {
        Map<String, @Nullable Object> values = state.withDefaults();
        List<Reviewed> reviewed = new ArrayList<>();
        for (int page = 0; page < state.form().pages(); page++) {
            reviewed.addAll(Reviewed.of(state.form().fields(page, values), ""));
        }
        return reviewed;
    }

    /** What a picker offers for what was typed. */
    public List<Suggestion> suggestions(FormField field, String typed, Actor actor) {
        return field.field().equals("EntityTagsPicker")
                ? entities.tags(typed)
                : EntityWish.of(field)
                        .map(wish -> entities.suggestions(field, wish, typed, actor))
                        .orElse(List.of());
    }
}
