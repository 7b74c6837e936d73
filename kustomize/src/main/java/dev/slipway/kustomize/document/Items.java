package dev.slipway.kustomize.document;

import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects gathered so far, in order; no two with the same identity. */
public final class Items {
    private final List<Item> items = new ArrayList<>();

    /** By name; null once somebody may have renamed one of them. */
    private @Nullable Map<String, List<Item>> byName;

    /** A copy that stays as it is when objects come and go. */
    public List<Item> all() {
        byName = null;
        return List.copyOf(items);
    }

    /** @throws Refusal if an object with its identity is there already */
    public void add(Item item) {
        Id id = item.id();
        List<Item> namesakes = byName().computeIfAbsent(id.name(), _ -> new ArrayList<>(1));
        for (Item other : namesakes) {
            if (other.id().isSame(id)) {
                throw new Refusal(
                        item.place(),
                        "The object " + item.id() + " is there already, from " + other.place() + ".",
                        "each object once.",
                        "Remove one of the two, or give them different names or namespaces.");
            }
        }
        namesakes.add(item);
        items.add(item);
    }

    private Map<String, List<Item>> byName() {
        Map<String, List<Item>> known = byName;
        if (known == null) {
            known = new HashMap<>();
            for (Item item : items) {
                known.computeIfAbsent(item.name(), _ -> new ArrayList<>(1)).add(item);
            }
            byName = known;
        }
        return known;
    }

    public void addAll(Items other) {
        other.items.forEach(this::add);
    }

    public void remove(Item item) {
        byName = null;
        items.remove(item);
    }

    /** The objects that are or were called this. */
    public List<Item> whichAreOrWere(Id id) {
        byName = null;
        return items.stream().filter(item -> item.isOrWas(id)).toList();
    }

    /** Adds a generated object, or merges it into or puts it in the place of the one that it names. */
    public void absorb(Item item) {
        List<Item> matches = whichAreOrWere(item.id());
        boolean creates = item.behavior() == Item.Behavior.CREATE;
        if (matches.size() > 1) {
            throw generatorRefusal(item, "stands for several objects", "one object to merge with.");
        }
        if (creates != matches.isEmpty()) {
            throw creates
                    ? generatorRefusal(item, "exists already", "behavior: merge or behavior: replace.")
                    : generatorRefusal(item, "does not exist", "an object to merge with or to replace.");
        }
        if (creates) {
            add(item);
        } else {
            Item old = matches.getFirst();
            takeOver(old, item);
            if (item.behavior() == Item.Behavior.MERGE) {
                item.setOrigin(old.origin());
            }
            items.set(items.indexOf(old), item);
        }
    }

    private static Refusal generatorRefusal(Item item, String what, String expected) {
        return new Refusal(
                item.place(),
                "The generated " + item.id() + " " + what + ".",
                expected,
                "Correct the generator's behavior, name or namespace.");
    }

    private static void takeOver(Item old, Item item) {
        for (String field : List.of("labels", "annotations")) {
            put(item.metadata(), field, merged(old.metadataMap(field), item.metadataMap(field)));
        }
        item.setName(old.name());
        item.setNamespace(old.namespace());
        item.inherit(old);
        if (item.behavior() == Item.Behavior.MERGE) {
            for (String field : List.of("data", "binaryData")) {
                put(item.content(), field, merged(mapOf(old, field), mapOf(item, field)));
            }
        }
    }

    private static @Nullable Map<String, @Nullable Object> mapOf(Item item, String field) {
        return Values.map(item.content(), field);
    }

    private static void put(Map<String, @Nullable Object> into, String field, Map<String, @Nullable Object> value) {
        if (value.isEmpty()) {
            into.remove(field);
        } else {
            into.put(field, value);
        }
    }

    private static Map<String, @Nullable Object> merged(
            @Nullable Map<String, @Nullable Object> base, @Nullable Map<String, @Nullable Object> over) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        if (base != null) {
            merged.putAll(base);
        }
        if (over != null) {
            merged.putAll(over);
        }
        return merged;
    }
}
