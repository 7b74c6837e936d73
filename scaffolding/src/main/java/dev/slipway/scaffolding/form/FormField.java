package dev.slipway.scaffolding.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, with the value that it has.
 *
 * @param path of the value in the answers, parts separated by dots, for example {@code replicas} or {@code owners.0.name}
 * @param name the last part of the path
 * @param type of JSON: string, integer, number, boolean, array, object, null
 * @param schema all that the schema says for these answers, {@code ui:*} included
 * @param value null when nothing was entered
 * @param children the fields of an object, or one for each entry of a list
 * @param variants alternatives to choose from
 * @param constraints schemas that the value as a whole has to keep, beside {@code schema}
 */
public record FormField(
        String path,
        String name,
        String type,
        boolean required,
        Map<String, @Nullable Object> schema,
        @Nullable Object value,
        List<FormField> children,
        Variants variants,
        List<Map<String, @Nullable Object>> constraints) {

    private static final Set<String> LIST_FIELDS = Set.of("EntityTagsPicker", "MultiEntityPicker");

    public FormField {
        children = List.copyOf(children);
        constraints = List.copyOf(constraints);
    }

    /**
     * One of the values to choose from.
     *
     * @param disabled shown, and not to be chosen
     */
    public record Option(String value, String label, boolean disabled) {
        public Option(String value, String label) {
            this(value, label, false);
        }
    }

    /** The name when the schema has none. */
    public String title() {
        return uiText("title").isEmpty() ? Plain.text(schema, "title", name) : uiText("title");
    }

    public String description() {
        return uiText("description").isEmpty() ? Plain.text(schema, "description", "") : uiText("description");
    }

    /** What it starts with; of a constant, that. */
    public @Nullable Object defaultValue() {
        return schema.containsKey("default") ? schema.get("default") : schema.get("const");
    }

    /** Whether there is only one value. */
    public boolean constant() {
        return schema.get("const") != null;
    }

    /** What can be chosen; empty when anything may be entered. */
    public List<Option> options() {
        return Choices.of(this);
    }

    /** The value of {@code ui:field}, for example OwnerPicker; empty for a plain one. */
    public String field() {
        return uiText("field");
    }

    /** The value of {@code ui:widget}, for example textarea; empty for the usual one. */
    public String widget() {
        return uiText("widget");
    }

    public String placeholder() {
        return uiText("placeholder");
    }

    public String help() {
        return uiText("help");
    }

    public boolean autofocus() {
        return Boolean.TRUE.equals(ui("autofocus"));
    }

    public boolean readonly() {
        return Boolean.TRUE.equals(ui("readonly")) || Boolean.TRUE.equals(schema.get("readOnly"));
    }

    public boolean disabled() {
        return Boolean.TRUE.equals(ui("disabled"));
    }

    /** Whether nobody may change its value, in a form; those of an object or a list that is locked are, too. */
    public boolean locked() {
        return readonly() || disabled();
    }

    /** What it has without an answer: its default, or the defaults of what it is made of. */
    public @Nullable Object start() {
        return Defaults.start(this);
    }

    /** Whether nobody sees it. */
    public boolean hidden() {
        return widget().equals("hidden");
    }

    /** What {@code ui:<key>}, or {@code <key>} of {@code ui:options}, says. */
    public @Nullable Object ui(String key) {
        Object own = schema.get("ui:" + key);
        return own == null ? Plain.map(schema.get("ui:options")).get(key) : own;
    }

    public String uiText(String key) {
        return Objects.toString(ui(key), "");
    }

    /** Values that may be offered. */
    public List<String> examples() {
        return Plain.list(schema.get("examples")).stream().map(Plain::shown).toList();
    }

    /** Whether its value must not be stored or shown. */
    public boolean secret() {
        return field().equals("Secret") || widget().equals("password");
    }

    /** Whether it is made of {@link #children} by name. */
    public boolean fieldset() {
        return type.equals("object")
                && field().isEmpty()
                && (!children.isEmpty() || !variants.titles().isEmpty() || schema.containsKey("properties"));
    }

    /** Whether it takes entries with names of one's own, beside its {@link #children}. */
    public boolean free() {
        boolean more = fieldset() ? Problems.open(this) : !Boolean.FALSE.equals(schema.get("additionalProperties"));
        return type.equals("object")
                && field().isEmpty()
                && !widget().equals("textarea")
                && !path.startsWith("#")
                && (more || schema.containsKey("patternProperties"));
    }

    /** The entries of {@link #free} ones that no child stands for. */
    public Map<String, @Nullable Object> entries() {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>(Plain.map(value));
        entries.keySet().removeIf(name -> fieldset() && Problems.mentions(schema, name));
        return entries;
    }

    /** Whether it is a list with one of {@link #children} for each entry. */
    public boolean rows() {
        return type.equals("array") && !LIST_FIELDS.contains(field()) && !multiple();
    }

    /** Whether several of {@link #options} may be chosen. */
    public boolean multiple() {
        boolean each = Boolean.TRUE.equals(schema.get("uniqueItems"))
                || widget().equals("checkboxes")
                || widget().equals("select");
        return type.equals("array") && each && !options().isEmpty();
    }

    /** What was typed for an entry with a name of one's own. */
    public @Nullable Object parseEntry(String entry, String entered) {
        return Choices.parseEntry(this, entry, entered);
    }

    /** What was typed, as a value of the field's type; the text itself when it is not one, for validation to say so. */
    public @Nullable Object parse(String entered) {
        return Choices.parse(this, entered);
    }
}
