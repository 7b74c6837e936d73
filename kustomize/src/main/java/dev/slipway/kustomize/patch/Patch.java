package dev.slipway.kustomize.patch;

import dev.slipway.documents.yaml.Place;
import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.emit.Emitter;
import dev.slipway.kustomize.problem.Problems;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.transform.Transformer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A patch and which objects it is for.
 *
 * @param place of the directive
 * @param documents what the patch says
 * @param target null when a strategic merge patch names its object itself
 * @param schema how the objects' lists are merged
 * @param older whether it stands under {@code patchesStrategicMerge}
 */
public record Patch(
        Place place,
        List<YamlValue> documents,
        @Nullable Selector target,
        boolean allowNameChange,
        boolean allowKindChange,
        Schema schema,
        boolean older)
        implements Transformer {

    /**
     * A patch of what was read.
     *
     * @throws Refusal if that is nothing
     */
    public static Patch read(
            Place place,
            List<YamlValue> documents,
            @Nullable Selector target,
            boolean names,
            boolean kinds,
            Schema schema,
            boolean older) {
        if (documents.isEmpty()) {
            throw new Refusal(place, "The patch is empty.", "a patch.", "Write the patch, or remove the entry.");
        }
        return new Patch(place, documents, target, names, kinds, schema, older);
    }

    /** @throws Refusal with everything that could not be patched */
    @Override
    public void transform(Items items) {
        requireOnePatch();
        Problems problems = new Problems();
        for (YamlValue document : documents) {
            problems.collect(() -> {
                switch (document) {
                    case YamlList list -> applyJson(list, items);
                    case YamlMap map
                    when map.get("op").isPresent() && map.get("kind").isEmpty() -> throw malformed(map);
                    case YamlMap map -> applyMerge(map, items);
                    case YamlValue other -> throw malformed(other);
                }
            });
        }
        problems.stopIfAny();
    }

    /** kubectl passes over what follows a list, and takes an empty one for both kinds of patches. */
    private void requireOnePatch() {
        for (YamlValue document : documents) {
            if (document instanceof YamlList list
                    && (documents.size() > 1 || list.items().isEmpty())) {
                throw new Refusal(
                        list.place(),
                        documents.size() > 1
                                ? "The JSON patch is one of several documents."
                                : "The JSON patch is empty.",
                        "one document, a list of operations.",
                        "Write its operations in one list.");
            }
        }
    }

    private static Refusal malformed(YamlValue document) {
        return new Refusal(
                document.place(),
                "The patch is " + document.kind() + ".",
                "a part of an object, or a list of JSON patch operations.",
                "Correct the patch.");
    }

    private void applyJson(YamlList list, Items items) {
        if (target == null) {
            throw new Refusal(
                    place,
                    "A JSON patch does not say which object it is for.",
                    "a target with kind and name.",
                    "Add a target.");
        }
        JsonPatch patch = JsonPatch.read(list);
        for (Item item : selected(items)) {
            requireFinite(item);
            Map<String, @Nullable Object> content = Values.mutable(item.content());
            makeAnnotations(content);
            patch.apply(content);
            item.remember();
            item.replaceContent(content);
            requireIdentity(item);
            throughJson(item);
            item.dropEmptyAnnotations();
        }
    }

    /** kubectl keeps notes of its own among the annotations, so that a patch finds them in every object. */
    private static void makeAnnotations(Map<String, @Nullable Object> content) {
        Map<String, @Nullable Object> metadata = Values.map(content, "metadata");
        if (metadata != null && metadata.get("annotations") == null) {
            metadata.put("annotations", new LinkedHashMap<String, @Nullable Object>());
        }
    }

    private void requireIdentity(Item item) {
        if (item.kind().isEmpty() || item.name().isEmpty()) {
            throw new Refusal(
                    place,
                    "The patch takes the kind or the name from " + item.original() + ".",
                    "a patch that leaves or replaces them.",
                    "Correct the patch.");
        }
    }

    private void throughJson(Item item) {
        Map<String, @Nullable Object> annotations = Values.map(item.content(), "metadata", "annotations");
        item.takeUnquotedAnnotations().forEach((key, value) -> {
            if (annotations != null && annotations.containsKey(key)) {
                annotations.put(key, value);
            }
        });
        item.writeAnnotationsAsTexts(Emitter::text);
    }

    /** What is patched is JSON before it is patched, also what the patch takes away. */
    private void requireFinite(Item item) {
        Map<String, @Nullable Object> annotations = item.metadataMap("annotations");
        item.unquotedAnnotations().forEach((key, value) -> {
            if (annotations.containsKey(key)) {
                requireFinite(key, value, item);
            }
        });
    }

    private void requireFinite(String annotation, @Nullable Object value, Item item) {
        if (value instanceof Double number && (number.isInfinite() || number.isNaN())) {
            throw new Refusal(
                    place,
                    "The annotation \"" + annotation + "\" of " + item.id() + " is a number that JSON does not have.",
                    "a text, in quotes.",
                    "Write its value in quotes.");
        }
    }

    private List<Item> selected(Items items) {
        return target == null
                ? List.of()
                : items.all().stream().filter(target.predicate()).toList();
    }

    private void applyMerge(YamlMap document, Items items) {
        Map<String, @Nullable Object> patch = MergeTexts.of(document, older || target != null);
        List<Item> patched = target == null ? List.of(named(document, patch, items)) : selected(items);
        for (Item item : new ArrayList<>(patched)) {
            merge(item, patch, document.place(), items);
        }
    }

    private static Item named(YamlMap document, Map<String, @Nullable Object> patch, Items items) {
        Id id = new Id(
                Gvk.of(text(patch, "apiVersion"), text(patch, "kind")),
                text(patch, "metadata", "namespace"),
                text(patch, "metadata", "name"));
        List<Item> found = items.whichAreOrWere(id);
        if (found.size() != 1) {
            throw new Refusal(
                    document.place(),
                    "The patch is for " + id + ", of which there " + (found.isEmpty() ? "is none" : "are several")
                            + " here.",
                    "the apiVersion, kind, namespace and name of one object.",
                    "Correct them, or give the patch a target.");
        }
        return found.getFirst();
    }

    private static String text(Map<String, @Nullable Object> patch, String... path) {
        return Objects.requireNonNullElse(Values.text(patch, path), "");
    }

    private void merge(Item item, Map<String, @Nullable Object> patch, Place from, Items items) {
        Id id = item.id();
        Map<String, @Nullable Object> merged = new StrategicMerge(from, schema).merge(item.content(), patch, id.gvk());
        if (merged == null) {
            items.remove(item);
            return;
        }
        if (allowNameChange || allowKindChange) {
            item.remember();
        }
        item.replaceContent(merged);
        merged.put("apiVersion", id.gvk().apiVersion());
        if (!allowKindChange) {
            merged.put("kind", id.gvk().kind());
        }
        if (!allowNameChange) {
            item.setName(id.name());
        }
        item.setNamespace(id.namespace());
        item.dropEmptyAnnotations();
    }
}
