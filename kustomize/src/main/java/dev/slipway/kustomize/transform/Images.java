package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces images in every list called containers or initContainers, at any depth. */
public final class Images {
    private Images() {}

    public static void replace(List<Item> items, Image image, List<FieldSpec> fields) {
        for (Item item : items) {
            if (!item.kind().equals("CustomResourceDefinition")) {
                walk(item.content(), image);
            }
            fields.forEach(field ->
                    field.apply(item, () -> "", value -> value instanceof String text ? replaced(text, image) : value));
        }
    }

    private static void walk(@Nullable Object value, Image image) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        List<@Nullable Object> list = Values.asList(value);
        if (map != null) {
            map.forEach((key, child) -> {
                walk(child, image);
                if (key.equals("containers") || key.equals("initContainers")) {
                    containers(child, image);
                }
            });
        } else if (list != null) {
            list.forEach(entry -> walk(entry, image));
        }
    }

    private static void containers(@Nullable Object value, Image image) {
        List<@Nullable Object> list = Values.asList(value);
        if (list == null) {
            return;
        }
        for (Object entry : list) {
            Map<String, @Nullable Object> container = Values.asMap(entry);
            if (container != null && container.get("image") instanceof String text) {
                container.put("image", replaced(text, image));
            }
        }
    }

    private static String replaced(String reference, Image image) {
        return image.matches(reference) ? image.replaced(reference) : reference;
    }
}
