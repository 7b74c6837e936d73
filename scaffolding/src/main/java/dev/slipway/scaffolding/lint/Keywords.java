package dev.slipway.scaffolding.lint;

import java.util.HashSet;
import java.util.Set;

/** What a page's schema can say: JSON Schema draft-07, and what React JSON Schema Form and Backstage add. */
final class Keywords {

    static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object", "null");

    static final Set<String> FIELDS = Set.of(
            "EntityPicker",
            "MultiEntityPicker",
            "OwnerPicker",
            "OwnedEntityPicker",
            "MyGroupsPicker",
            "EntityNamePicker",
            "EntityTagsPicker",
            "RepoUrlPicker",
            "RepoBranchPicker",
            "RepoOwnerPicker",
            "Secret");

    static final Set<String> WIDGETS = Set.of(
            "text",
            "textarea",
            "password",
            "radio",
            "select",
            "checkbox",
            "checkboxes",
            "hidden",
            "updown",
            "range",
            "email",
            "uri",
            "url",
            "date",
            "datetime",
            "date-time",
            "time",
            "color",
            "file",
            "alt-date",
            "alt-datetime");

    /** Those whose value is one schema. */
    static final Set<String> SCHEMA =
            Set.of("if", "then", "else", "not", "items", "contains", "propertyNames", "additionalItems");

    /** Those whose value is a list of schemas. */
    static final Set<String> SCHEMAS = Set.of("allOf", "anyOf", "oneOf", "items");

    /** Those whose value is a map of schemas. */
    static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas");

    /** Those that must be a whole number from 0. */
    static final Set<String> COUNTS =
            Set.of("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");

    private static final Set<String> OTHERS = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$comment",
            "title",
            "description",
            "default",
            "examples",
            "readOnly",
            "writeOnly",
            "deprecated",
            "nullable",
            "type",
            "enum",
            "enumNames",
            "const",
            "format",
            "multipleOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "pattern",
            "uniqueItems",
            "required",
            "additionalProperties",
            "dependentRequired",
            "contentMediaType",
            "contentEncoding",
            "errorMessage",
            "when");

    private static final Set<String> LOOKS = Set.of(
            "ui:field",
            "ui:widget",
            "ui:options",
            "ui:order",
            "ui:help",
            "ui:placeholder",
            "ui:autofocus",
            "ui:autocomplete",
            "ui:readonly",
            "ui:disabled",
            "ui:enumDisabled",
            "ui:enumNames",
            "ui:emptyValue",
            "ui:title",
            "ui:description",
            "ui:label",
            "ui:rows",
            "ui:style",
            "ui:classNames",
            "ui:inputType",
            "ui:hideError",
            "ui:accept",
            "ui:filePreview",
            "ui:globalOptions",
            "ui:submitButtonOptions",
            "ui:rootFieldId",
            "ui:backstage",
            "backstage:featureFlag",
            "backstage:permissions");

    static final Set<String> ALL = all();

    private Keywords() {}

    private static Set<String> all() {
        Set<String> all = new HashSet<>();
        Set.of(SCHEMA, SCHEMAS, NAMED_SCHEMAS, COUNTS, OTHERS, LOOKS).forEach(all::addAll);
        return Set.copyOf(all);
    }
}
