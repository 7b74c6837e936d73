package dev.slipway.scaffolding.form;

import tools.jackson.databind.JsonNode;

/** Says in a form's words what a keyword of JSON Schema means. */
final class Wording {

    private Wording() {}

    /** @param rule the keyword's value in the schema */
    static String of(String keyword, JsonNode rule, String otherwise) {
        return switch (keyword) {
            case "required" -> "Please fill this in.";
            case "pattern" -> "This does not match the pattern " + text(rule) + ".";
            case "minLength" ->
                text(rule).equals("1") ? "Please fill this in." : "At least " + text(rule) + " characters.";
            case "maxLength" -> "At most " + text(rule) + " characters.";
            case "minimum" -> "Must be at least " + text(rule) + ".";
            case "maximum" -> "Must be at most " + text(rule) + ".";
            case "enum" -> "Must be one of " + text(rule) + ".";
            case "const" -> "Must be " + text(rule) + ".";
            case "minItems" -> "At least " + text(rule) + " entries.";
            case "maxItems" -> "At most " + text(rule) + " entries.";
            case "uniqueItems" -> "Each entry only once.";
            case "type" -> "Must be " + type(text(rule)) + ".";
            case "additionalProperties" -> "There is no such field.";
            default -> otherwise + ".";
        };
    }

    private static String text(JsonNode rule) {
        return rule.isValueNode() ? rule.asString() : rule.toString();
    }

    private static String type(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map";
            default -> "a " + type;
        };
    }
}
