package dev.slipway.kustomize.transform;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.document.Items;
import dev.slipway.kustomize.document.Values;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves every object into one namespace.
 *
 * @param place of the directive, for the message when two objects become one
 * @param fields other fields that hold the namespace
 * @param subjects which subjects of role bindings move too
 * @param unsetOnly whether objects that have a namespace stay there
 */
public record Namespaces(String namespace, Place place, List<FieldSpec> fields, Subjects subjects, boolean unsetOnly)
        implements Transformer {
    private static final String OWN = "metadata/namespace";

    /** Which subjects of role bindings move with the binding. */
    public enum Subjects {
        /** Those named "default"; the others are references, corrected at the end. */
        DEFAULT_ONLY,
        ALL_SERVICE_ACCOUNTS,
        NONE
    }

    @Override
    public void transform(Items objects) {
        if (namespace.isEmpty()) {
            return;
        }
        List<Item> items = objects.all();
        List<String> paths = fields.stream().map(FieldSpec::joined).toList();
        for (Item item : items) {
            item.remember();
            move(item, paths);
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

    private void move(Item item, List<String> paths) {
        Id id = item.id();
        if (!id.gvk().isClusterScoped() && (!unsetOnly || id.namespace().isEmpty())) {
            item.setNamespace(namespace);
        }
        boolean binding = isBinding(id.gvk().kind());
        if (binding) {
            subjects(item);
        }
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            boolean own = path.equals(OWN) || (binding && path.equals("subjects"));
            boolean foreign = path.equals("metadata/name") && !id.gvk().isClusterScoped();
            if (!own && !foreign) {
                fields.get(i)
                        .apply(
                                item,
                                () -> "",
                                value -> unsetOnly && value != null && !value.equals("") ? value : namespace);
            }
        }
    }

    private static boolean isBinding(String kind) {
        return kind.equals("RoleBinding") || kind.equals("ClusterRoleBinding");
    }

    private void subjects(Item item) {
        List<@Nullable Object> list = Values.list(item.content(), "subjects");
        if (list == null) {
            return;
        }
        for (Object subject : list) {
            Map<String, @Nullable Object> map = Values.asMap(subject);
            if (map != null && moves(map) && !(unsetOnly && map.get("namespace") != null)) {
                map.put("namespace", namespace);
            }
        }
    }

    private boolean moves(Map<String, @Nullable Object> subject) {
        return switch (subjects) {
            case DEFAULT_ONLY -> "default".equals(subject.get("name"));
            case ALL_SERVICE_ACCOUNTS -> "ServiceAccount".equals(subject.get("kind"));
            case NONE -> false;
        };
    }
}
