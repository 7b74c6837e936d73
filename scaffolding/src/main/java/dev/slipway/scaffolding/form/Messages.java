package dev.slipway.scaffolding.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people read beside a field: the template's own words ({@code errorMessage}, as ajv-errors has it) where it has some. */
final class Messages {

    private static final String OWN = "errorMessage";

    private Messages() {}

    static String required(FormField field, Map<String, @Nullable Object> parent) {
        Object own = field.schema().get(OWN);
        Object outer = parent.get(OWN);
        Object wording = first(
                Plain.map(own).get("required"),
                Plain.map(Plain.map(outer).get("required")).get(field.name()),
                Plain.map(outer).get("required"),
                own);
        return wording == null ? "Please fill this in." : wording.toString();
    }

    /** The first text of these. */
    private static @Nullable Object first(@Nullable Object... candidates) {
        for (Object candidate : candidates) {
            if (candidate instanceof String) {
                return candidate;
            }
        }
        return null;
    }

    static String of(FormField field, JsonSchemas.Violation violation) {
        Object own = field.schema().get(OWN);
        Object wording = first(
                Plain.map(own).get(violation.keyword()), own, Plain.map(own).get("_"));
        if (wording != null) {
            return wording.toString();
        }
        return switch (violation.keyword()) {
            case "enum", "const" -> chosen(field, violation);
            default -> violation.message();
        };
    }

    private static String chosen(FormField field, JsonSchemas.Violation violation) {
        List<String> labels =
                field.options().stream().map(FormField.Option::label).toList();
        return labels.isEmpty() ? violation.message() : "Must be one of " + String.join(", ", labels) + ".";
    }

    /** Alternatives that only name fields: one of them must be filled in. */
    static String alternatives(FormField field, List<@Nullable Object> parts, boolean tooMany) {
        if (Plain.map(field.schema().get(OWN)).get("anyOf") instanceof String own) {
            return own;
        }
        String titles = parts.stream()
                .flatMap(part -> Plain.list(Plain.map(part).get("required")).stream())
                .map(name -> title(field, String.valueOf(name)))
                .distinct()
                .collect(Collectors.joining(", "));
        if (titles.isEmpty()) {
            return "This fits none, or too many, of the alternatives that the template allows.";
        }
        return (tooMany ? "Fill in only one of: " : "Fill in one of: ") + titles + ".";
    }

    private static String title(FormField field, String name) {
        return field.children().stream()
                .filter(child -> child.name().equals(name))
                .map(FormField::title)
                .findFirst()
                .orElse(name);
    }
}
