package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Item;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Adds prefixes, suffixes and hashes to names. References to them are corrected by {@link NameReferences}. */
public final class Names {

    private Names() {}

    public static void prefix(List<Item> items, String prefix, List<FieldSpec> fields) {
        affix(
                renamed(items, prefix),
                fields,
                text -> prefix + text,
                item -> item.prefixes().add(prefix));
    }

    public static void suffix(List<Item> items, String suffix, List<FieldSpec> fields) {
        affix(
                renamed(items, suffix),
                fields,
                text -> text + suffix,
                item -> item.suffixes().add(suffix));
    }

    private static void affix(
            List<Item> items, List<FieldSpec> fields, UnaryOperator<String> affixed, Consumer<Item> note) {
        for (Item item : items) {
            for (FieldSpec field : fields) {
                if (!item.original().gvk().isSelectedBy(field.selector())) {
                    continue;
                }
                if (field.joined().equals("metadata/name")) {
                    note.accept(item);
                    item.remember();
                }
                field.apply(
                        item,
                        () -> "",
                        value -> value == null || value instanceof Map || value instanceof List
                                ? value
                                : affixed.apply(value.toString()));
            }
        }
    }

    /** Adds the hash of their content to the names of generated objects. */
    public static void hash(List<Item> items) {
        for (Item item : items) {
            if (item.isHashed()) {
                item.remember();
                item.setName(item.name() + "-" + NameHash.of(item));
            }
        }
    }

    private static List<Item> renamed(List<Item> items, String affix) {
        return affix.isEmpty()
                ? List.of()
                : items.stream()
                        .filter(item -> keepsNoName(item.original().gvk()))
                        .toList();
    }

    private static boolean keepsNoName(Gvk gvk) {
        return switch (gvk.kind()) {
            case "CustomResourceDefinition", "Namespace" -> false;
            case "APIService" -> !gvk.group().equals("apiregistration.k8s.io");
            default -> true;
        };
    }
}
