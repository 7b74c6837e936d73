package dev.slipway.scaffolding.form;

import dev.slipway.scaffolding.ParameterPage;
import dev.slipway.scaffolding.TemplateDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of a template: its fields depend on the values entered so far, those of earlier pages included. */
public final class Form {

    private final List<ParameterPage> pages;

    public Form(TemplateDefinition template) {
        this.pages = template.pages();
    }

    public int pages() {
        return pages.size();
    }

    /** The fields of a page, from 0. */
    public List<FormField> fields(int page, Map<String, @Nullable Object> values) {
        EffectiveSchema schema = EffectiveSchema.of(pages.get(page).schema(), values);
        List<FormField> fields = new ArrayList<>();
        for (String name : ordered(pages.get(page).schema(), schema)) {
            Map<String, @Nullable Object> property = schema.properties().getOrDefault(name, Map.of());
            fields.add(Fields.of(name, property, schema.required().contains(name)));
        }
        return fields;
    }

    /** {@code ui:order}, where {@code *} stands for the rest. */
    private static List<String> ordered(Map<String, @Nullable Object> page, EffectiveSchema schema) {
        List<@Nullable Object> order = EffectiveSchema.list(page.get("ui:order"));
        Set<String> known = schema.properties().keySet();
        Set<String> ordered = new LinkedHashSet<>();
        for (Object name : order) {
            if ("*".equals(name)) {
                known.stream().filter(each -> !order.contains(each)).forEach(ordered::add);
            } else if (known.contains(String.valueOf(name))) {
                ordered.add(String.valueOf(name));
            }
        }
        ordered.addAll(known);
        return List.copyOf(ordered);
    }

    /** The values with the defaults of shown fields filled in, and without those of fields that are not shown. */
    public Map<String, @Nullable Object> submitted(Map<String, @Nullable Object> entered) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(entered);
        Map<String, @Nullable Object> submitted = new LinkedHashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            for (FormField field : withDefaults(page, known)) {
                Object value = known.get(field.name());
                if (value != null) {
                    submitted.put(field.name(), value);
                }
            }
        }
        return submitted;
    }

    /** A default may make further fields appear: looks again until none does. */
    private List<FormField> withDefaults(int page, Map<String, @Nullable Object> values) {
        List<FormField> fields = fields(page, values);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FormField field : fields) {
                if (!values.containsKey(field.name()) && field.defaultValue() != null) {
                    values.put(field.name(), field.defaultValue());
                    changed = true;
                }
            }
            fields = fields(page, values);
        }
        return fields;
    }

    /** Everything that is wrong with the answers of all pages; names that no field has are problems too. */
    public List<FieldProblem> problems(Map<String, @Nullable Object> entered) {
        Map<String, @Nullable Object> submitted = submitted(entered);
        List<FieldProblem> problems = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            problems.addAll(problems(page, submitted));
        }
        entered.keySet().stream()
                .filter(name -> !isKnown(name))
                .forEach(name -> problems.add(new FieldProblem(name, "This template has no such parameter.")));
        return problems;
    }

    /** What is wrong with the answers of one page, from 0. */
    public List<FieldProblem> problems(int page, Map<String, @Nullable Object> values) {
        return fields(page, values).stream()
                .flatMap(field -> Fields.problems(field, values.get(field.name())).stream())
                .toList();
    }

    /** Whether a field of this name can appear, whatever the values. */
    private boolean isKnown(String name) {
        return pages.stream().anyMatch(page -> mentions(page.schema(), name));
    }

    private static boolean mentions(@Nullable Object schema, String name) {
        return switch (schema) {
            case Map<?, ?> map ->
                EffectiveSchema.map(map.get("properties")).containsKey(name)
                        || map.values().stream().anyMatch(value -> mentions(value, name));
            case List<?> list -> list.stream().anyMatch(value -> mentions(value, name));
            case null, default -> false;
        };
    }
}
