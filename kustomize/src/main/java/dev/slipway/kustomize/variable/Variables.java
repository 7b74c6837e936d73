package dev.slipway.kustomize.variable;

import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.transform.FieldSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of all layers, with the objects that they are taken from. */
public final class Variables {
    private final Map<String, Variable> byName = new LinkedHashMap<>();
    private final Map<String, Item> objects = new HashMap<>();

    /** Adds those of a layer, and looks for their objects in it. */
    public void define(List<Variable> variables, List<Item> items) {
        Problems problems = new Problems();
        for (Variable variable : variables) {
            problems.collect(() -> {
                List<Item> found =
                        items.stream().filter(item -> isMeant(variable, item)).toList();
                if (found.size() > 1) {
                    throw new Refusal(
                            variable.place(),
                            "The variable \"" + variable.name() + "\" can mean several objects called "
                                    + variable.target() + ".",
                            "one object.",
                            "Name its namespace in objref.");
                }
                add(variable, found.isEmpty() ? null : found.getFirst());
            });
        }
        problems.stopIfAny();
    }

    /** Adds those of a base. */
    public void addAll(Variables other) {
        other.byName.values().forEach(variable -> add(variable, other.objects.get(variable.name())));
    }

    private void add(Variable variable, @Nullable Item object) {
        Variable known = byName.putIfAbsent(variable.name(), variable);
        if (known != null) {
            throw new Refusal(
                    variable.place(),
                    "The variable \"" + variable.name() + "\" is there already, from " + known.place() + ".",
                    "each name once.",
                    "Remove or rename one of the two.");
        }
        if (object != null) {
            objects.put(variable.name(), object);
        }
    }

    private static boolean isMeant(Variable variable, Item item) {
        Id target = variable.target();
        Id id = item.original();
        boolean everywhere = target.namespace().isEmpty() && !target.gvk().isClusterScoped();
        return everywhere ? target.gvk().equals(id.gvk()) && target.name().equals(id.name()) : target.isSame(id);
    }

    /**
     * Puts the values into the fields that may hold references. To be called once, when all names are corrected.
     *
     * @param copies fields that common labels and annotations were copied into: they share their values with the object
     */
    public void resolve(List<Item> items, List<FieldSpec> fields, List<FieldSpec> copies) {
        Map<String, Object> values = values(items);
        if (values.isEmpty()) {
            return;
        }
        for (Item item : items) {
            Map<String, @Nullable Object> own = new HashMap<>(item.metadataMap("labels"));
            own.putAll(item.metadataMap("annotations"));
            copies.forEach(field ->
                    field.withoutCreating().apply(item, () -> null, value -> resolvedCopies(value, own, values)));
            for (FieldSpec field : fields) {
                field.apply(item, () -> null, value -> resolved(value, values));
            }
        }
    }

    private static @Nullable Object resolvedCopies(
            @Nullable Object value, Map<String, @Nullable Object> own, Map<String, Object> values) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        if (map != null) {
            map.replaceAll((key, entry) -> entry instanceof String text && text.equals(own.get(key))
                    ? Expansion.expanded(text, values)
                    : entry);
        }
        return value;
    }

    private Map<String, Object> values(List<Item> items) {
        Problems problems = new Problems();
        Map<String, Object> values = new HashMap<>();
        byName.values()
                .forEach(variable -> problems.collect(() -> {
                    Item item = objects.get(variable.name());
                    Object value = item == null || !items.contains(item) ? null : field(item, variable.fieldPath());
                    if (value == null) {
                        throw new Refusal(
                                variable.place(),
                                "The variable \"" + variable.name() + "\" stands for nothing: "
                                        + (item == null
                                                ? "there is no " + variable.target()
                                                : item.id() + " has no \"" + variable.fieldPath() + "\"")
                                        + ".",
                                "an object of this kustomization and a field of it.",
                                "Correct objref or fieldref.");
                    }
                    values.put(variable.name(), value);
                }));
        problems.stopIfAny();
        return values;
    }

    /** Keys separated by dots; indices of lists in brackets. */
    private static @Nullable Object field(Item item, String path) {
        List<String> keys = new ArrayList<>();
        for (String part : path.split("(?<!\\\\)\\.")) {
            for (String key : part.replace("\\.", ".").split("\\[|\\]\\[|\\]", -1)) {
                if (!key.isEmpty()) {
                    keys.add(key);
                }
            }
        }
        return Values.at(item.content(), keys.toArray(String[]::new));
    }

    private static @Nullable Object resolved(@Nullable Object value, Map<String, Object> values) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        List<@Nullable Object> list = Values.asList(value);
        if (map != null) {
            map.replaceAll((_, entry) -> entry instanceof String text ? Expansion.expanded(text, values) : entry);
        } else if (list != null) {
            list.replaceAll(entry -> entry instanceof String text ? Expansion.expanded(text, values) : entry);
        }
        return value instanceof String text ? Expansion.expanded(text, values) : value;
    }
}
