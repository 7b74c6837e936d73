package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects that one object can refer to.
 *
 * @param from what the referrer is called
 * @param items all there are
 * @param renamed those that were called otherwise, by the names that they had
 * @param bound further namespaces that it reaches
 */
record Reach(Id from, List<Item> items, Map<String, List<Item>> renamed, Set<String> bound) {

    static Reach of(Item referrer, List<Item> items, Map<String, List<Item>> renamed) {
        Id from = referrer.id();
        return new Reach(from, items, renamed, from.gvk().isClusterScoped() ? Set.of() : boundNamespaces(referrer));
    }

    /** Those that once had this name. */
    List<Item> called(String name) {
        return renamed.getOrDefault(name, List.of()).stream()
                .filter(this::holds)
                .toList();
    }

    /** Those that once were in this namespace; where none was, those that are. */
    List<Item> inNamespace(String namespace) {
        List<Item> reachable = items.stream().filter(this::holds).toList();
        List<Item> originally = reachable.stream()
                .filter(item -> item.original().effectiveNamespace().equals(namespace))
                .toList();
        return originally.isEmpty()
                ? reachable.stream()
                        .filter(item -> item.id().effectiveNamespace().equals(namespace))
                        .toList()
                : originally;
    }

    private boolean holds(Item item) {
        if (from.gvk().isClusterScoped()) {
            return true;
        }
        Id id = item.id();
        return id.gvk().isClusterScoped()
                || id.effectiveNamespace().equals(from.effectiveNamespace())
                || bound.contains(item.namespace());
    }

    /** The namespaces of the service accounts that a RoleBinding names. */
    private static Set<String> boundNamespaces(Item referrer) {
        Set<String> namespaces = new HashSet<>();
        List<@Nullable Object> subjects = Values.list(referrer.content(), "subjects");
        if (referrer.kind().equals("RoleBinding") && subjects != null) {
            for (Object subject : subjects) {
                if ("ServiceAccount".equals(Values.text(subject, "kind"))
                        && subject instanceof Map<?, ?> map
                        && map.containsKey("namespace")) {
                    namespaces.add(namespace(referrer, map.get("namespace")));
                }
            }
        }
        return namespaces;
    }

    private static String namespace(Item referrer, @Nullable Object namespace) {
        if (namespace instanceof String text) {
            return text;
        }
        throw new Refusal(
                referrer.place(),
                "A subject of " + referrer.id() + " has a blank namespace.",
                "the namespace of the service account.",
                "Write it, or remove the field.");
    }
}
