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
            case "format" -> format(text(rule));
            case "multipleOf" -> "Must be a multiple of " + text(rule) + ".";
            case "exclusiveMinimum" -> "Must be greater than " + text(rule) + ".";
            case "exclusiveMaximum" -> "Must be less than " + text(rule) + ".";
            case "additionalProperties" -> "There is no such field.";
            default -> otherwise + ".";
        };
    }

    private static String text(JsonNode rule) {
        return rule.isValueNode() ? rule.asString() : rule.toString();
    }

    private static String format(String format) {
        return switch (format) {
            case "email", "idn-email" -> "Must be an e-mail address.";
            case "uri", "url", "iri" -> "Must be an address with its scheme, for example https://example.org.";
            case "date" -> "Must be a date, for example 2026-11-21.";
            case "date-time" -> "Must be a date and time with its zone, for example 2026-11-21T12:00:00Z.";
            case "time" -> "Must be a time with its zone, for example 12:00:00Z.";
            case "hostname", "idn-hostname" -> "Must be the name of a host.";
            case "ipv4", "ipv6" -> "Must be an address of a machine (" + format + ").";
            default -> "Must be written as " + format + " asks for.";
        };
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
