package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Corrects the references between objects after their names and namespaces have changed. */
public final class NameReferences {

    private NameReferences() {}

    /** To be called once, when every object has its last name. */
    public static void correct(List<Item> items, List<Reference> references) {
        Map<String, List<Item>> renamed = byFormerName(items);
        for (Item referrer : items) {
            Reach reach = Reach.of(referrer, items, renamed);
            Gvk original = referrer.original().gvk();
            for (Reference reference : references) {
                if (original.isSelectedBy(reference.field().selector())) {
                    correct(referrer, reference, reach);
                }
            }
        }
    }

    private static Map<String, List<Item>> byFormerName(List<Item> items) {
        Map<String, List<Item>> byName = new HashMap<>();
        for (Item item : items) {
            for (String name : Set.copyOf(item.previousNames())) {
                byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(item);
            }
        }
        return byName;
    }

    private static void correct(Item referrer, Reference reference, Reach reach) {
        // The kind may have been changed by a patch; the field is looked for in the object as it is.
        FieldSpec field = new FieldSpec(new Gvk("", "", ""), reference.field().path(), false);
        Referral referral = new Referral(referrer, reference);
        field.apply(referrer, () -> "", value -> corrected(value, referral, reach));
    }

    private static @Nullable Object corrected(@Nullable Object value, Referral referral, Reach reach) {
        Map<String, @Nullable Object> map = Values.asMap(value);
        List<@Nullable Object> list = Values.asList(value);
        if (map != null) {
            correctMap(map, referral, reach);
        } else if (list != null) {
            list.replaceAll(entry -> corrected(entry, referral, reach));
        } else if (value != null) {
            Item target = referral.select(value.toString(), reach.called(value.toString()), false);
            return target == null ? value : target.name();
        }
        return value;
    }

    /** A reference with a name and perhaps a namespace, such as a subject or a webhook's service. */
    private static void correctMap(Map<String, @Nullable Object> map, Referral referral, Reach reach) {
        Object name = map.get("name");
        if (name == null) {
            return;
        }
        Object namespace = map.get("namespace");
        List<Item> candidates =
                namespace == null ? reach.called(name.toString()) : reach.inNamespace(namespace.toString());
        Item target = referral.select(name.toString(), candidates, true);
        if (target == null) {
            return;
        }
        map.put("name", target.name());
        if (!target.namespace().isEmpty()) {
            map.put("namespace", target.namespace());
        }
    }
}
