package dev.slipway.kustomize.transform;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moves every object into one namespace. */
public final class Namespaces {
    private static final List<FieldSpec> FIELDS = FieldSpecs.of("namespaces");

    private Namespaces() {}

    /** @param place of the directive, for the message when two objects become one */
    public static void set(List<Item> items, String namespace, Place place) {
        for (Item item : items) {
            item.remember();
            move(item, namespace);
            long same = items.stream()
                    .map(Item::id)
                    .filter(id -> id.isSame(item.id()))
                    .count();
            if (same > 1) {
                throw new Refusal(
                        place,
                        "In the namespace \"" + namespace + "\" there would be two " + item.id() + ".",
                        "each object once.",
                        "Give one of them another name.");
            }
        }
    }

    private static void move(Item item, String namespace) {
        Id id = item.id();
        if (!id.gvk().isClusterScoped()) {
            item.setNamespace(namespace);
        } else if (id.gvk().kind().equals("Namespace")) {
            item.setName(namespace);
        }
        if (id.gvk().kind().equals("RoleBinding") || id.gvk().kind().equals("ClusterRoleBinding")) {
            defaultAccounts(item, namespace);
        }
        FIELDS.forEach(field -> field.apply(item, () -> "", _ -> namespace));
    }

    /** Of the subjects only the account named "default" follows; the others are references, corrected at the end. */
    private static void defaultAccounts(Item item, String namespace) {
        List<@Nullable Object> subjects = Values.list(item.content(), "subjects");
        if (subjects == null) {
            return;
        }
        for (Object subject : subjects) {
            Map<String, @Nullable Object> map = Values.asMap(subject);
            if (map != null && "default".equals(map.get("name"))) {
                map.put("namespace", namespace);
            }
        }
    }
}
