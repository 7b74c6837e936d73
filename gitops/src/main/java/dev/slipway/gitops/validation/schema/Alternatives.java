package dev.slipway.gitops.validation.schema;

import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema says with {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}: conditions beside its structure. */
final class Alternatives {

    private static final List<String> WORDS = List.of("allOf", "anyOf", "oneOf", "not");

    private Alternatives() {}

    static List<Violation> violations(Map<String, @Nullable Object> schema, Object value, String at) {
        List<Violation> violations = new ArrayList<>();
        for (String word : WORDS) {
            if (schema.containsKey(word) && !holds(word, schema.get(word), value)) {
                violations.add(violation(word, schema.get(word), at));
            }
        }
        return violations;
    }

    private static boolean holds(String word, @Nullable Object conditions, Object value) {
        if (word.equals("not")) {
            return !fits(Values.asMap(conditions), value);
        }
        List<?> all = conditions instanceof List<?> list ? list : List.of();
        long fitting =
                all.stream().filter(each -> fits(Values.asMap(each), value)).count();
        return switch (word) {
            case "allOf" -> fitting == all.size();
            case "anyOf" -> fitting > 0 || all.isEmpty();
            default -> fitting == 1 || all.isEmpty();
        };
    }

    /** As JSON Schema has it: what a schema does not name it admits. */
    private static boolean fits(@Nullable Map<String, @Nullable Object> schema, @Nullable Object value) {
        if (schema == null || value == null) {
            return true;
        }
        return Types.admits(schema, value)
                && Scalars.violations(schema, value, "").isEmpty()
                && fieldsFit(schema, value)
                && itemsFit(schema, value)
                && WORDS.stream().allMatch(word -> !schema.containsKey(word) || holds(word, schema.get(word), value));
    }

    private static boolean fieldsFit(Map<String, @Nullable Object> schema, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return true;
        }
        Map<String, @Nullable Object> properties = Values.map(schema, "properties");
        return map.keySet().containsAll(Walk.texts(schema.get("required")))
                && (properties == null
                        || properties.entrySet().stream()
                                .allMatch(each -> !map.containsKey(each.getKey())
                                        || fits(Values.asMap(each.getValue()), map.get(each.getKey()))));
    }

    private static boolean itemsFit(Map<String, @Nullable Object> schema, Object value) {
        Map<String, @Nullable Object> items = Values.map(schema, "items");
        return !(value instanceof List<?> list)
                || items == null
                || list.stream().allMatch(each -> fits(items, each));
    }

    private static Violation violation(String word, @Nullable Object conditions, String at) {
        Set<String> names = new LinkedHashSet<>();
        if (conditions instanceof List<?> list) {
            list.forEach(each -> names.addAll(Walk.texts(Values.at(each, "required"))));
        }
        String listed = String.join(", ", names);
        String expected = switch (word) {
            case "oneOf" ->
                names.isEmpty() ? "what exactly one alternative of the schema admits" : "exactly one of " + listed;
            case "anyOf" -> names.isEmpty() ? "what one alternative of the schema admits" : "one of " + listed;
            case "not" -> "something that the schema does not exclude";
            default -> "everything that the schema asks for";
        };
        return Violation.error(
                Rule.SCHEMA_VALUE, at, "The values here do not go together (" + word + ").", expected, "");
    }
}
