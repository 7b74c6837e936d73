package dev.slipway.scaffolding.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the tree of fields that a page has for some values. */
final class Fields {

    private static final int DEEPEST = 10;
    private static final int MOST_ROWS = 500;

    private final Scope scope;

    Fields(Scope scope) {
        this.scope = scope;
    }

    /**
     * A field and those below it.
     *
     * @param path {@code #<page>} for a page as a whole
     */
    FormField field(
            String path,
            String name,
            Map<String, @Nullable Object> written,
            boolean required,
            @Nullable Object value,
            int depth) {
        Map<String, @Nullable Object> schema = scope.resolved(written);
        String type = Types.of(schema);
        FormField plain = new FormField(path, name, type, required, schema, value, List.of(), Variants.NONE, List.of());
        if (depth > DEEPEST) {
            return plain;
        }
        return switch (type) {
            case "object" -> object(plain, depth);
            case "array" -> array(plain, depth);
            default -> alternatives(plain, depth);
        };
    }

    private FormField object(FormField field, int depth) {
        EffectiveSchema schema =
                EffectiveSchema.of(field.schema(), Plain.map(field.value()), chosen(field), field.path());
        List<FormField> children = new ArrayList<>();
        for (String name : ordered(field.schema(), schema.properties().keySet())) {
            children.add(field(
                    below(field.path(), name),
                    name,
                    below(field, schema.properties().getOrDefault(name, Map.of())),
                    schema.required().contains(name),
                    Plain.map(field.value()).get(name),
                    depth + 1));
        }
        return new FormField(
                field.path(),
                field.name(),
                field.type(),
                field.required(),
                field.schema(),
                field.value(),
                children,
                schema.variants(),
                schema.constraints());
    }

    /** Alternatives of a locked field are not anybody's to choose. */
    private Scope chosen(FormField field) {
        return field.locked() ? new Scope(scope.page(), Map.of()) : scope;
    }

    /** What is read-only or disabled is so with all that it is made of. */
    private static Map<String, @Nullable Object> below(FormField field, Map<String, @Nullable Object> part) {
        if (!field.locked()) {
            return part;
        }
        Map<String, @Nullable Object> locked = new LinkedHashMap<>(part);
        locked.put(field.disabled() ? "ui:disabled" : "ui:readonly", true);
        return locked;
    }

    private static String below(String path, String name) {
        return path.startsWith("#") ? name : path + "." + name;
    }

    /** {@code ui:order}, where {@code *} stands for the rest. */
    private static List<String> ordered(Map<String, @Nullable Object> schema, Set<String> known) {
        List<@Nullable Object> order = Plain.list(schema.get("ui:order"));
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

    private FormField array(FormField field, int depth) {
        if (!field.rows()) {
            return field;
        }
        List<FormField> rows = new ArrayList<>();
        List<@Nullable Object> values = Plain.list(field.value());
        for (int i = 0; i < Math.min(MOST_ROWS, values.size()); i++) {
            rows.add(field(
                    field.path() + "." + i,
                    String.valueOf(i),
                    below(field, item(field, i)),
                    false,
                    values.get(i),
                    depth + 1));
        }
        return new FormField(
                field.path(),
                field.name(),
                field.type(),
                field.required(),
                field.schema(),
                field.value(),
                rows,
                Variants.NONE,
                List.of());
    }

    private static Map<String, @Nullable Object> item(FormField field, int index) {
        if (field.schema().get("items") instanceof List<?> fixed) {
            return Plain.map(
                    index < fixed.size() ? fixed.get(index) : field.schema().get("additionalItems"));
        }
        return Plain.map(field.schema().get("items"));
    }

    /** Of a plain value that may have one of several schemas, the one that was chosen. */
    private FormField alternatives(FormField field, int depth) {
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<Map<String, @Nullable Object>> parts = Plain.list(
                            field.schema().get(keyword))
                    .stream()
                    .map(part -> scope.resolved(Plain.map(part)))
                    .toList();
            if (parts.size() > 1 && field.options().isEmpty()) {
                return chosen(field, keyword, parts, depth);
            }
        }
        return field;
    }

    private FormField chosen(FormField field, String keyword, List<Map<String, @Nullable Object>> parts, int depth) {
        Variants variants =
                Variants.of(parts, field.value(), chosen(field).choices().get(field.path()));
        Map<String, @Nullable Object> own = new LinkedHashMap<>(field.schema());
        own.remove(keyword);
        Map<String, @Nullable Object> part = new LinkedHashMap<>(parts.get(variants.chosen()));
        if (own.containsKey("title")) {
            part.remove("title");
        }
        FormField of =
                field(field.path(), field.name(), Scope.merged(own, part), field.required(), field.value(), depth + 1);
        return new FormField(
                of.path(),
                of.name(),
                of.type(),
                of.required(),
                of.schema(),
                of.value(),
                of.children(),
                variants,
                of.constraints());
    }
}
