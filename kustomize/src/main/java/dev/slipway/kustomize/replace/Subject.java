package dev.slipway.kustomize.replace;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.patch.LabelSelector;
import dev.slipway.kustomize.problem.Refusal;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which objects a replacement means, by what they are or were called; an empty part stands for any. */
public record Subject(Place place, Gvk gvk, String namespace, String name, String labels, String annotations) {

    boolean isNamed() {
        return !(gvk.group() + gvk.version() + gvk.kind() + namespace + name).isEmpty();
    }

    boolean isSelected() {
        return !(labels + annotations).isEmpty();
    }

    /** Whether one of its names is meant. */
    boolean names(Item item) {
        return Stream.concat(Stream.of(item.id()), item.previous().stream()).anyMatch(this::names);
    }

    private boolean names(Id id) {
        return (name.isEmpty() || name.equals(id.name()))
                && (namespace.isEmpty()
                        || new Id(id.gvk(), namespace, "").effectiveNamespace().equals(id.effectiveNamespace()))
                && id.gvk().isSelectedBy(gvk);
    }

    /** Whether its labels and annotations are meant. */
    boolean selects(Item item) {
        return parsed(labels).test(item.metadataMap("labels"))
                && parsed(annotations).test(item.metadataMap("annotations"));
    }

    private Predicate<Map<String, @Nullable Object>> parsed(String selector) {
        try {
            return LabelSelector.parse(selector);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    place, "\"" + selector + "\" cannot be read.", "a selector like app=web,tier!=db.", "Correct it.");
        }
    }

    @Override
    public String toString() {
        String kind = gvk.kind().isEmpty() ? "object" : gvk.apiVersion() + " " + gvk.kind();
        return kind.strip()
                + (name.isEmpty() ? "" : " \"" + name + "\"")
                + (namespace.isEmpty() ? "" : " in \"" + namespace + "\"");
    }
}
