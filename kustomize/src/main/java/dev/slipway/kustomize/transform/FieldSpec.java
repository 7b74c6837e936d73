package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field in the objects of some kinds.
 *
 * @param selector the kinds
 * @param path keys; lists on the way are walked through, a key ending in {@code []} says that it holds one
 * @param create whether missing maps, and the field, are made
 */
public record FieldSpec(Gvk selector, List<String> path, boolean create) {

    public FieldSpec {
        path = List.copyOf(path);
    }

    /** @param path keys separated by slashes, a slash in a key as {@code \/} */
    public static FieldSpec of(Gvk selector, String path, boolean create) {
        List<String> keys = new ArrayList<>();
        for (String part : path.split("(?<!\\\\)/")) {
            keys.add(part.replace("\\/", "/"));
        }
        return new FieldSpec(selector, keys, create);
    }

    public FieldSpec withoutCreating() {
        return create ? new FieldSpec(selector, path, false) : this;
    }

    /** Whether a field of these kinds that is to be added is this one already. */
    boolean isMeantBy(FieldSpec other) {
        return selector.isSelectedBy(other.selector) && path.equals(other.path);
    }

    public String joined() {
        return String.join("/", path);
    }

    /**
     * Changes the field wherever it is.
     *
     * @param missing makes the value that {@code change} gets for a field that is made
     */
    public void apply(Item item, Supplier<@Nullable Object> missing, UnaryOperator<@Nullable Object> change) {
        if (item.gvk().isSelectedBy(selector)) {
            walk(item.content(), 0, missing, change);
        }
    }

    private @Nullable Object walk(
            @Nullable Object value,
            int depth,
            Supplier<@Nullable Object> missing,
            UnaryOperator<@Nullable Object> change) {
        if (depth == path.size()) {
            return change.apply(value);
        }
        List<@Nullable Object> list = Values.asList(value);
        if (list != null) {
            list.replaceAll(entry -> walk(entry, depth, missing, change));
            return list;
        }
        Map<String, @Nullable Object> map = Values.asMap(value);
        if (map != null) {
            field(map, depth, missing, change);
        }
        return value;
    }

    private void field(
            Map<String, @Nullable Object> map,
            int depth,
            Supplier<@Nullable Object> missing,
            UnaryOperator<@Nullable Object> change) {
        String key = path.get(depth);
        boolean holdsList = key.endsWith("[]");
        String name = holdsList ? key.substring(0, key.length() - 2) : key;
        Object child = map.get(name);
        if (child == null) {
            if (!create || holdsList) {
                return;
            }
            child = depth + 1 == path.size() ? missing.get() : new LinkedHashMap<String, @Nullable Object>();
        }
        map.put(name, walk(child, depth + 1, missing, change));
    }
}
