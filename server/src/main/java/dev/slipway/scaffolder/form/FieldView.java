package dev.slipway.scaffolder.form;

import dev.slipway.scaffolder.fields.Suggestion;
import dev.slipway.scaffolding.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as the page shows it.
 *
 * @param value as text
 * @param values of a list, one each
 * @param options to choose from; empty for free text
 * @param errors everything wrong with the value
 * @param children of an object or a list
 * @param parts of a repository's address
 * @param offered values that may be typed
 * @param note what people should know about the value or the field; empty for nothing
 * @param drives whether other fields depend on the answer
 * @param sealed a secret that was given before, or an answer that nobody may change; empty when there is none
 */
public record FieldView(
        FormField field,
        Control control,
        String value,
        List<String> values,
        List<FormField.Option> options,
        List<String> errors,
        List<FieldView> children,
        List<Part> parts,
        List<String> offered,
        String note,
        boolean drives,
        String sealed) {

    /** What it is entered with. */
    public enum Control {
        TEXT,
        TEXTAREA,
        NUMBER,
        RANGE,
        SWITCH,
        SELECT,
        RADIO,
        CHECKBOXES,
        MULTISELECT,
        SECRET,
        CONSTANT,
        HIDDEN,
        MARKDOWN,
        FIELDSET,
        ENTRIES,
        ROWS,
        PICKER,
        PICKERS,
        REPOSITORY
    }

    /** A part of a repository's address; free text unless there is something to choose from. */
    public record Part(String name, String label, String value, List<String> options) {}

    /** An entry with a name of one's own. */
    public record Entry(String name, String value) {}

    /** Those that there are, and an empty one to fill in. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        field.entries().forEach((name, value) -> entries.add(new Entry(name, HiddenInput.text(value))));
        boolean full = field.schema().get("maxProperties") instanceof Number most && entries.size() >= most.intValue();
        if (!full && !field.locked()) {
            entries.add(new Entry("", ""));
        }
        return entries;
    }

    public String entryName() {
        return Inputs.NAME + field.path();
    }

    public String entryValue() {
        return Inputs.ENTRY + field.path();
    }

    public String drop(int row) {
        return EntryRows.DROP + field.path() + "." + row;
    }

    /** What {@code name} the control has in the request. */
    public String input() {
        return Inputs.VALUE + field.path();
    }

    public String added() {
        return Inputs.ADDED + field.path();
    }

    public String count() {
        return Inputs.COUNT + field.path();
    }

    public String choice() {
        return Inputs.CHOICE + field.path();
    }

    public String part(Part part) {
        return Inputs.PART + field.path() + "." + part.name();
    }

    public String sealedInput() {
        return Inputs.SEALED + field.path();
    }

    public boolean on() {
        return value.equals("true");
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }

    /** Whether one label stands for several controls. */
    public boolean grouped() {
        return switch (control) {
            case RADIO, CHECKBOXES, FIELDSET, ENTRIES, ROWS, REPOSITORY, PICKERS -> true;
            case TEXT,
                    TEXTAREA,
                    NUMBER,
                    RANGE,
                    SWITCH,
                    SELECT,
                    MULTISELECT,
                    SECRET,
                    CONSTANT,
                    HIDDEN,
                    MARKDOWN,
                    PICKER -> false;
        };
    }

    /** The ids of what describes it; null for nothing. */
    public @Nullable String describedBy() {
        String ids = String.join(
                " ",
                Stream.of(
                                wrong() ? input() + "-error" : "",
                                note.isEmpty() ? "" : input() + "-note",
                                field.description().isEmpty() ? "" : input() + "-hint",
                                field.help().isEmpty() ? "" : input() + "-help")
                        .filter(id -> !id.isEmpty())
                        .toList());
        return ids.isEmpty() ? null : ids;
    }

    /** What stands in the schema, for the browser's own checks; null when it says nothing. */
    public @Nullable String rule(String keyword) {
        Object rule = field.schema().get(keyword);
        return rule == null ? null : rule.toString();
    }

    /** The type of an {@code input}, by the schema's format or the widget. */
    public String inputType() {
        String wanted = field.uiText("inputType").isEmpty() ? field.widget() : field.uiText("inputType");
        String format = Objects.toString(field.schema().get("format"), "");
        return switch (wanted.isEmpty() ? format : wanted) {
            case "email" -> "email";
            case "uri", "url" -> "url";
            case "date" -> "date";
            case "tel" -> "tel";
            case "color" -> "color";
            default -> "text";
        };
    }

    /** How many lines a long text is shown with. */
    public int rowsOfText() {
        return field.ui("rows") instanceof Number rows ? Math.clamp(rows.intValue(), 2, 30) : 4;
    }

    /** Whether its controls have no read-only state of their own, and are disabled instead. */
    public boolean inert() {
        return field.disabled()
                || (field.readonly()
                        && switch (control) {
                            case RADIO, CHECKBOXES, REPOSITORY, SWITCH, SELECT, MULTISELECT, RANGE -> true;
                            case TEXT -> inputType().equals("color");
                            case TEXTAREA,
                                    NUMBER,
                                    SECRET,
                                    CONSTANT,
                                    HIDDEN,
                                    MARKDOWN,
                                    FIELDSET,
                                    ENTRIES,
                                    ROWS,
                                    PICKER,
                                    PICKERS -> false;
                        });
    }

    /** Whether the list takes one more entry. */
    public boolean takesMore() {
        return !field.locked()
                && !Boolean.FALSE.equals(field.ui("addable"))
                && !(field.schema().get("maxItems") instanceof Number most && children.size() >= most.intValue());
    }

    public boolean removable() {
        return !field.locked() && !Boolean.FALSE.equals(field.ui("removable"));
    }

    public boolean orderable() {
        return !field.locked() && !Boolean.FALSE.equals(field.ui("orderable")) && children.size() > 1;
    }

    /** What an entry was found as. */
    static String called(Suggestion suggestion) {
        return suggestion.title().isEmpty() ? suggestion.detail() : suggestion.title() + " · " + suggestion.detail();
    }
}
