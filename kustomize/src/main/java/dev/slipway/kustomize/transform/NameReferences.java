package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Corrects the references between objects after their names and namespaces have changed. */
public final class NameReferences {

    private NameReferences() {}

    /** To be called once, when every object has its last name. */
    public static void correct(List<Item> items, List<Reference> references) {
        for (Item referrer : items) {
            List<Item> reachable = reachable(referrer, items);
            Gvk original = referrer.original().gvk();
            for (Reference reference : references) {
                if (original.isSelectedBy(reference.field().selector())) {
                    correct(referrer, reference, reachable);
                }
            }
        }
    }

    private static void correct(Item referrer, Reference reference, List<Item> reachable) {
        // The kind may have been changed by a patch; the field is looked for in the object as it is.
        FieldSpec field = new FieldSpec(new Gvk("", "", ""), reference.field().path(), false);
        Referral referral = new Referral(referrer, reference);
        field.apply(referrer, () -> "", value -> corrected(value, referral, reachable));
    }

    private static @Nullable Object corrected(@Nullable Object value, Referral referral, List<Item> reachable) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        List<@Nullable Object> list = Values.asList(value);
        if (map != null) {
            correctMap(map, referral, reachable);
        } else if (list != null) {
            list.replaceAll(entry -> corrected(entry, referral, reachable));
        } else if (value != null) {
            Item target = referral.select(value.toString(), reachable, false);
            return target == null ? value : target.name();
        }
        return value;
    }

    /** A reference with a name and perhaps a namespace, such as a subject or a webhook's service. */
    private static void correctMap(Map<String, @Nullable Object> map, Referral referral, List<Item> reachable) {
        Object name = map.get("name");
        if (name == null) {
            return;
        }
        Object namespace = map.get("namespace");
        List<Item> candidates = namespace == null ? reachable : inNamespace(namespace.toString(), reachable);
        Item target = referral.select(name.toString(), candidates, true);
        if (target == null) {
            return;
        }
        map.put("name", target.name());
        if (!target.namespace().isEmpty()) {
            map.put("namespace", target.namespace());
        }
    }

    private static List<Item> inNamespace(String namespace, List<Item> items) {
        List<Item> originally = items.stream()
                .filter(item -> item.original().effectiveNamespace().equals(namespace))
                .toList();
        return originally.isEmpty()
                ? items.stream()
                        .filter(item -> item.id().effectiveNamespace().equals(namespace))
                        .toList()
                : originally;
    }

    private static List<Item> reachable(Item referrer, List<Item> items) {
        Id from = referrer.id();
        if (from.gvk().isClusterScoped()) {
            return items;
        }
        Set<String> bound = boundNamespaces(referrer);
        List<Item> reachable = new ArrayList<>();
        for (Item item : items) {
            Id id = item.id();
            if (id.gvk().isClusterScoped()
                    || id.effectiveNamespace().equals(from.effectiveNamespace())
                    || bound.contains(item.namespace())) {
                reachable.add(item);
            }
        }
        return reachable;
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
