package dev.slipway.kustomize.transform;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Item;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Sets how many pods a workload has. */
public final class Replicas {
    private Replicas() {}

    /** @param place of the directive, for the message when there is no such workload */
    public static void set(List<Item> items, String name, long count, List<FieldSpec> fields, Place place) {
        boolean found = false;
        for (FieldSpec field : fields) {
            for (Item item : items) {
                if (isCalled(item, name, field)) {
                    field.apply(item, () -> 0L, _ -> count);
                    found = true;
                }
            }
        }
        if (!found) {
            throw new Refusal(
                    place,
                    "There is no workload called \"" + name + "\" whose replicas could be set.",
                    "the name of a Deployment, StatefulSet, ReplicaSet or ReplicationController.",
                    "Correct the name, or remove the entry.");
        }
    }

    private static boolean isCalled(Item item, String name, FieldSpec field) {
        return Stream.concat(item.previous().stream(), Stream.of(item.id()))
                .anyMatch(id -> id.name().equals(name) && id.gvk().isSelectedBy(field.selector()));
    }
}
