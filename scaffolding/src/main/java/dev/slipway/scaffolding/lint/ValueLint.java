package dev.slipway.scaffolding.lint;

import com.networknt.schema.SchemaException;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.scaffolding.form.BoundedPattern;
import dev.slipway.scaffolding.form.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds contradictions in one schema: patterns that are none, limits that nothing keeps, defaults that are refused. */
final class ValueLint {

    private static final List<List<String>> LIMITS = List.of(
            List.of("minLength", "maxLength"),
            List.of("minItems", "maxItems"),
            List.of("minimum", "maximum"),
            List.of("minProperties", "maxProperties"));

    private final Findings findings;

    ValueLint(Findings findings) {
        this.findings = findings;
    }

    void check(YamlMap schema) {
        boolean pattern = pattern(schema);
        boolean counts = counts(schema);
        boolean choices = choices(schema);
        limits(schema);
        if (pattern && counts && choices) {
            examples(schema);
        }
    }

    private boolean pattern(YamlMap schema) {
        Optional<YamlValue> pattern = schema.get("pattern");
        if (pattern.isEmpty()) {
            return true;
        }
        try {
            BoundedPattern.of(pattern.get().asText().orElse(""));
            return true;
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            findings.error(pattern.get().place(), "This is not a regular expression: " + reason + ".");
            return false;
        }
    }

    private boolean counts(YamlMap schema) {
        boolean sound = true;
        for (YamlMap.Entry entry : schema.entries()) {
            if (Keywords.COUNTS.contains(entry.key().text())
                    && !(entry.value().plain() instanceof Long number && number >= 0)) {
                findings.error(entry.value().place(), "\"" + entry.key().text() + "\" must be a whole number from 0.");
                sound = false;
            }
        }
        return sound;
    }

    private boolean choices(YamlMap schema) {
        Optional<YamlValue> choices = schema.get("enum");
        if (choices.isEmpty()) {
            return true;
        }
        List<YamlValue> items = choices.get().asList().map(YamlList::items).orElse(List.of());
        if (items.isEmpty()) {
            findings.error(choices.get().place(), "\"enum\" must be a list with at least one value.");
            return false;
        }
        Optional<YamlList> names = schema.get("enumNames").flatMap(YamlValue::asList);
        if (names.isPresent() && names.get().items().size() != items.size()) {
            findings.warning(
                    names.get().place(),
                    "\"enumNames\" has " + names.get().items().size() + " names for " + items.size() + " values.");
        }
        return true;
    }

    private void limits(YamlMap schema) {
        for (List<String> pair : LIMITS) {
            if (number(schema, pair.getFirst()) > number(schema, pair.getLast())) {
                findings.error(
                        schema.get(pair.getFirst()).orElse(schema).place(),
                        "\"" + pair.getFirst() + "\" is larger than \"" + pair.getLast() + "\": no value is right.");
            }
        }
    }

    /** NaN, which is larger than nothing, if there is none. */
    private static double number(YamlMap schema, String key) {
        Object value = schema.get(key)
                .flatMap(YamlValue::asScalar)
                .map(YamlScalar::value)
                .orElse(null);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private void examples(YamlMap schema) {
        Map<String, @Nullable Object> rules = rules(schema);
        schema.get("default")
                .ifPresent(value -> refused(rules, value)
                        .ifPresent(why ->
                                findings.error(value.place(), "The default breaks the field's own rules. " + why)));
        schema.items("examples")
                .forEach(value -> refused(rules, value)
                        .ifPresent(why ->
                                findings.warning(value.place(), "This example breaks the field's own rules. " + why)));
    }

    /** The schema without what concerns other values, and without references, which lead out of it. */
    private static Map<String, @Nullable Object> rules(YamlMap schema) {
        Map<String, @Nullable Object> rules = new LinkedHashMap<>(schema.plain());
        rules.keySet().removeIf(key -> key.startsWith("ui:") || key.startsWith("$"));
        rules.keySet().removeAll(Set.of("default", "examples", "errorMessage", "enumNames", "if", "then", "else"));
        rules.values().removeIf(ValueLint::refers);
        return rules;
    }

    private static boolean refers(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.containsKey("$ref") || map.values().stream().anyMatch(ValueLint::refers);
            case List<?> list -> list.stream().anyMatch(ValueLint::refers);
            case null, default -> false;
        };
    }

    private static Optional<String> refused(Map<String, @Nullable Object> rules, YamlValue value) {
        Object plain = value.plain();
        if (plain == null || "".equals(plain)) {
            return Optional.empty();
        }
        try {
            return JsonSchemas.problems(rules, plain).stream().findFirst().map(problem -> problem.message());
        } catch (SchemaException | IllegalArgumentException e) { // the schema itself is wrong
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
