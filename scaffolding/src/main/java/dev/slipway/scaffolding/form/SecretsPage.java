package dev.slipway.scaffolding.form;

import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.TemplateDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code spec.secrets.schema} as a page of fields that ask for secrets. */
final class SecretsPage {

    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private SecretsPage() {}

    /** Of those that no other page asks for. */
    static ParameterPage of(TemplateDefinition template) {
        Map<String, @Nullable Object> properties =
                new LinkedHashMap<>(Plain.map(template.secretsSchema().get(PROPERTIES)));
        properties
                .keySet()
                .removeIf(name -> template.pages().stream().anyMatch(page -> Problems.mentions(page.schema(), name)));
        return page(template.secretsSchema(), properties);
    }

    private static ParameterPage page(Map<String, @Nullable Object> written, Map<String, @Nullable Object> properties) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(written);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        properties.forEach((name, property) -> fields.put(name, secret(Plain.map(property))));
        schema.put(PROPERTIES, fields);
        schema.put(
                REQUIRED,
                Plain.list(written.get(REQUIRED)).stream()
                        .filter(properties::containsKey)
                        .toList());
        return new ParameterPage("Secrets", "They are encrypted, and forgotten when the run has ended.", schema);
    }

    private static Map<String, @Nullable Object> secret(Map<String, @Nullable Object> property) {
        Map<String, @Nullable Object> field = new LinkedHashMap<>(property);
        field.putIfAbsent("type", "string");
        field.put("ui:field", "Secret");
        return field;
    }

    /** In the words of a form where it has some. */
    static List<FieldProblem> problems(TemplateDefinition template, Map<String, String> given) {
        Map<String, @Nullable Object> schema = template.secretsSchema();
        if (schema.isEmpty()) {
            return List.of();
        }
        Form form = Form.of(page(schema, Plain.map(schema.get(PROPERTIES))));
        Map<String, @Nullable Object> known = new LinkedHashMap<>(given);
        known.keySet().removeIf(name -> !form.isKnown(name));
        List<FieldProblem> problems = new ArrayList<>(form.problems(known));
        Set<String> said = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        JsonSchemas.problems(schema, given).stream()
                .filter(violation -> !said.contains(violation.path()))
                .forEach(violation -> problems.add(new FieldProblem(violation.path(), violation.message())));
        return problems;
    }
}
