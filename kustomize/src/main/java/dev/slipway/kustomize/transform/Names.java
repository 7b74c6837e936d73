package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Item;
import java.util.List;

/** Adds prefixes, suffixes and hashes to names. References to them are corrected by {@link NameReferences}. */
public final class Names {

    private Names() {}

    public static void prefix(List<Item> items, String prefix) {
        for (Item item : renamed(items, prefix)) {
            item.prefixes().add(prefix);
            item.remember();
            item.setName(prefix + item.name());
        }
    }

    public static void suffix(List<Item> items, String suffix) {
        for (Item item : renamed(items, suffix)) {
            item.suffixes().add(suffix);
            item.remember();
            item.setName(item.name() + suffix);
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
