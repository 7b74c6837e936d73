package dev.slipway.scaffolder.form;

import dev.slipway.scaffolder.fields.EntityFields;
import dev.slipway.scaffolder.fields.EntityWish;
import dev.slipway.scaffolder.fields.RepositoryFields;
import dev.slipway.scaffolder.form.FieldView.Control;
import dev.slipway.scaffolder.form.FieldView.Part;
import dev.slipway.scaffolding.form.FieldProblem;
import dev.slipway.scaffolding.form.FormField;
import dev.slipway.scaffolding.form.RepositoryUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws the fields of one page. */
final class FieldDrawing {

    private final EntityFields entities;
    private final RepositoryFields repositories;
    private final List<FieldProblem> problems;
    private final SecretCarrier secrets;
    private final Set<String> drivers;
    private final Map<String, @Nullable Object> values;

    FieldDrawing(
            EntityFields entities,
            RepositoryFields repositories,
            List<FieldProblem> problems,
            SecretCarrier secrets,
            Set<String> drivers,
            Map<String, @Nullable Object> values) {
        this.entities = entities;
        this.repositories = repositories;
        this.problems = problems;
        this.secrets = secrets;
        this.drivers = drivers;
        this.values = values;
    }

    /** The choice that a page as a whole asks for. */
    FieldView alternatives(FormField page) {
        FormField choice = new FormField(
                page.path(),
                "",
                "object",
                false,
                Map.of("title", "", "ui:readonly", page.locked()),
                null,
                List.of(),
                page.variants(),
                List.of());
        return view(choice);
    }

    FieldView view(FormField field) {
        List<FormField.Option> options = field.options();
        Control control = Controls.of(field, options);
        List<String> errors = errors(field, control);
        return new FieldView(
                field,
                control,
                control == Control.SECRET ? "" : HiddenInput.text(field.value()),
                field.value() instanceof List<?> list
                        ? list.stream().map(HiddenInput::text).toList()
                        : List.of(),
                options,
                errors,
                field.children().stream().map(this::view).toList(),
                control == Control.REPOSITORY ? parts(field) : List.of(),
                offered(field),
                note(field, control),
                drivers.contains(field.name()),
                sealed(field, control));
    }

    private String sealed(FormField field, Control control) {
        if (field.locked()) {
            return LockedAnswers.sealed(field, secrets);
        }
        return control == Control.SECRET && field.value() != null
                ? secrets.seal(field, field.value().toString())
                : "";
    }

    /** Of a field that is drawn as one, also what is wrong with parts of its value. */
    private List<String> errors(FormField field, Control control) {
        boolean whole = control != Control.FIELDSET && control != Control.ROWS;
        return problems.stream()
                .filter(problem -> problem.field().equals(field.path())
                        || (whole && problem.field().startsWith(field.path() + "."))
                        || ofEntry(field, problem))
                .map(FieldProblem::message)
                .distinct()
                .toList();
    }

    private static boolean ofEntry(FormField field, FieldProblem problem) {
        return field.free()
                && field.entries().keySet().stream()
                        .anyMatch(name -> problem.field().equals(field.path() + "." + name));
    }

    private List<Part> parts(FormField field) {
        RepositoryUrl url = RepositoryUrl.parse(Objects.toString(field.value(), ""));
        List<String> hosts = repositories.hosts(field);
        String host = url.host().isEmpty() && !hosts.isEmpty() ? hosts.getFirst() : url.host();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("host", "Host", host, hosts));
        for (String part : RepositoryUrl.asked(host)) {
            String value = url.part(part).isEmpty() ? repositories.usual(field, part) : url.part(part);
            String word = RepositoryUrl.word(part);
            parts.add(new Part(
                    part,
                    Character.toUpperCase(word.charAt(0)) + word.substring(1),
                    value,
                    RepositoryFields.allowed(field, RepositoryUrl.allowing(part))));
        }
        return parts;
    }

    private List<String> offered(FormField field) {
        return switch (field.field()) {
            case "RepoBranchPicker" ->
                values.values().stream()
                        .filter(value -> value instanceof String text && text.contains("repo="))
                        .flatMap(value -> repositories.branches(String.valueOf(value)).stream())
                        .distinct()
                        .toList();
            case "RepoOwnerPicker" -> {
                List<String> allowed = RepositoryFields.allowed(field, "allowedOwners");
                yield allowed.isEmpty() ? repositories.owners() : allowed;
            }
            default -> field.examples();
        };
    }

    private String note(FormField field, Control control) {
        if (Controls.unknown(field)) {
            return "The template asks for the field \"" + field.field()
                    + "\", which is not known here: enter the value as it is.";
        }
        if (control != Control.PICKER || !(field.value() instanceof String text)) {
            return "";
        }
        return EntityWish.of(field)
                .flatMap(wish -> wish.reference(text))
                .map(ref -> entities.known(ref).map(FieldView::called).orElse("The catalog does not know this entity."))
                .orElse("");
    }
}
