package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Id;
import dev.slipway.kustomize.document.Item;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which objects are printed: what others need first, webhooks last. */
public final class OutputOrder {
    private static final List<String> FIRST = List.of(
            "Namespace",
            "ResourceQuota",
            "StorageClass",
            "CustomResourceDefinition",
            "ServiceAccount",
            "PodSecurityPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ConfigMap",
            "Secret",
            "Endpoints",
            "Service",
            "LimitRange",
            "PriorityClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");
    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private final Map<String, Integer> ranks = new HashMap<>();

    private OutputOrder(List<String> first, List<String> last) {
        for (int i = 0; i < first.size(); i++) {
            ranks.put(first.get(i), i - first.size());
        }
        for (int i = 0; i < last.size(); i++) {
            ranks.put(last.get(i), i + 1);
        }
    }

    /** kubectl's own order. */
    public static OutputOrder usual() {
        return new OutputOrder(FIRST, LAST);
    }

    /** The order that {@code sortOptions} asks for. */
    public static OutputOrder of(List<String> first, List<String> last) {
        return new OutputOrder(first, last);
    }

    public List<Item> sorted(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::id, this::compare))
                .toList();
    }

    private int compare(Id left, Id right) {
        return left.gvk().equals(right.gvk())
                ? idKey(left).compareTo(idKey(right))
                : compareKinds(left.gvk(), right.gvk());
    }

    int compareKinds(Gvk left, Gvk right) {
        int byRank = Integer.compare(rank(left), rank(right));
        return byRank != 0 ? byRank : kindKey(left).compareTo(kindKey(right));
    }

    private int rank(Gvk gvk) {
        return ranks.getOrDefault(gvk.kind(), 0);
    }

    // The stand-ins for missing parts decide where such objects are sorted.
    private static String kindKey(Gvk gvk) {
        return or(gvk.group(), "~G") + "_" + or(gvk.version(), "~V") + "_" + or(gvk.kind(), "~K");
    }

    private static String idKey(Id id) {
        return or(id.namespace(), "~X") + "|" + or(id.name(), "~N");
    }

    private static String or(String text, String missing) {
        return text.isEmpty() ? missing : text;
    }
}
