package dev.slipway.scaffolder.form;

import dev.slipway.scaffolder.fields.EntityWish;
import dev.slipway.scaffolder.form.FieldView.Control;
import dev.slipway.scaffolding.form.FormField;
import java.util.List;
import java.util.Set;

/** Decides what a field is entered with. */
final class Controls {

    private static final int MOST_CHECKBOXES = 8;
    /** Fields that are shown as what their type and widget say. */
    private static final Set<String> PLAIN =
            Set.of("", "EntityNamePicker", "RepoBranchPicker", "RepoOwnerPicker", "Secret");

    private Controls() {}

    static Control of(FormField field, List<FormField.Option> options) {
        if (field.hidden()) {
            return Control.HIDDEN;
        }
        if (field.secret()) {
            return Control.SECRET;
        }
        return switch (field.field()) {
            case "EntityTagsPicker" -> Control.PICKERS;
            case "RepoUrlPicker" -> Control.REPOSITORY;
            default ->
                EntityWish.of(field).isEmpty()
                        ? plain(field, options)
                        : field.type().equals("array") ? Control.PICKERS : Control.PICKER;
        };
    }

    /** Whether nothing here knows the field that the template asks for. */
    static boolean unknown(FormField field) {
        return !PLAIN.contains(field.field())
                && !Set.of("EntityTagsPicker", "RepoUrlPicker").contains(field.field())
                && EntityWish.of(field).isEmpty();
    }

    private static Control plain(FormField field, List<FormField.Option> options) {
        if (field.constant()) {
            return Control.CONSTANT;
        }
        return switch (field.type()) {
            case "null" -> Control.MARKDOWN;
            case "object" -> field.fieldset() ? Control.FIELDSET : field.free() ? Control.ENTRIES : Control.TEXTAREA;
            case "array" -> list(field, options);
            case "boolean" -> options.isEmpty() ? Control.SWITCH : choice(field);
            case "integer", "number" -> options.isEmpty() ? number(field) : choice(field);
            default -> options.isEmpty() ? text(field) : choice(field);
        };
    }

    private static Control list(FormField field, List<FormField.Option> options) {
        if (!field.multiple()) {
            return Control.ROWS;
        }
        boolean boxes = field.widget().equals("checkboxes")
                || (!field.widget().equals("select") && options.size() <= MOST_CHECKBOXES);
        return boxes ? Control.CHECKBOXES : Control.MULTISELECT;
    }

    private static Control choice(FormField field) {
        return field.widget().equals("radio") ? Control.RADIO : Control.SELECT;
    }

    private static Control number(FormField field) {
        return field.widget().equals("range") ? Control.RANGE : Control.NUMBER;
    }

    private static Control text(FormField field) {
        boolean code =
                field.widget().equals("textarea") || field.uiText("multiline").equals("true");
        return code ? Control.TEXTAREA : Control.TEXT;
    }
}
