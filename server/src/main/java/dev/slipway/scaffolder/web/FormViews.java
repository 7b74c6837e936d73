package dev.slipway.scaffolder.web;

import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.FormField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the form's page shows. */
@Component
class FormViews {

    private final Permissions permissions;
    private final Platforms platforms;

    FormViews(Permissions permissions, Platforms platforms) {
        this.permissions = permissions;
        this.platforms = platforms;
    }

    List<FieldView> fields(FormState state, int page, List<FieldProblem> problems, Actor actor) {
        Map<String, @Nullable Object> values = state.withDefaults();
        return state.form().fields(page, values).stream()
                .map(field ->
                        FieldView.of(field, values.get(field.name()), options(field, actor), errors(field, problems)))
                .toList();
    }

    private static List<String> errors(FormField field, List<FieldProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field.name()))
                .map(FieldProblem::message)
                .distinct()
                .toList();
    }

    /** For a team: those that the person may create services for. */
    private List<FormField.Option> options(FormField field, Actor actor) {
        return switch (field.field()) {
            case "OwnerPicker", "OwnedEntityPicker", "MyGroupsPicker" -> teams(actor);
            default -> field.options();
        };
    }

    private List<FormField.Option> teams(Actor actor) {
        return platforms.current().teams().stream()
                .filter(team -> permissions.allows(actor, Permission.CREATE_SERVICE, team.name()))
                .map(team -> new FormField.Option(team.name().value(), label(team.name(), team.displayName())))
                .toList();
    }

    private static String label(TeamName name, String displayName) {
        return displayName.isBlank() || displayName.equals(name.value())
                ? name.value()
                : displayName + " (" + name + ")";
    }
}
