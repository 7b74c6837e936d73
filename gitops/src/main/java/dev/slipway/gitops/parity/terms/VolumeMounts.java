package dev.slipway.gitops.parity.terms;

import dev.slipway.gitops.parity.facts.Container;
import dev.slipway.gitops.parity.facts.Facts;
import dev.slipway.gitops.parity.facts.Manifests;
import dev.slipway.gitops.parity.facts.Workload;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What containers find where in their file systems. How large a volume is belongs to the resources. */
public final class VolumeMounts {

    private static final Set<String> AMOUNTS = Set.of("sizeLimit", "defaultMode");

    private VolumeMounts() {}

    public static Facts of(Manifests manifests) {
        Facts facts = new Facts();
        manifests
                .workloads()
                .forEach(workload -> workload.containers().forEach(container -> add(facts, workload, container)));
        manifests.own(Set.of("PersistentVolumeClaim")).forEach(claim -> claim(facts, claim));
        return facts;
    }

    private static void add(Facts facts, Workload workload, Container container) {
        for (Object item : container.items("volumeMounts")) {
            Map<String, @Nullable Object> mount = Workload.map(item);
            String at = container.path() + ".volumeMounts[" + mount.get("mountPath") + "]";
            facts.put(container.object(), at, source(workload, String.valueOf(mount.get("name"))));
            facts.put(container.object(), at + ".readOnly", Objects.requireNonNullElse(mount.get("readOnly"), false));
            for (String field : List.of("subPath", "subPathExpr", "mountPropagation")) {
                facts.putIfAny(container.object(), at + "." + field, mount.get(field));
            }
        }
    }

    /** The volume with its kind and what it names. */
    private static String source(Workload workload, String volume) {
        for (Object item : Workload.items(workload.pod(), "volumes")) {
            if (volume.equals(Values.text(item, "name"))) {
                Map<String, @Nullable Object> source = new TreeMap<>(Workload.map(item));
                source.remove("name");
                source.replaceAll((_, value) -> withoutAmounts(value));
                return Facts.text(source);
            }
        }
        boolean claimed = workload.object().list("spec", "volumeClaimTemplates").stream()
                .anyMatch(each -> volume.equals(Values.text(each, "metadata", "name")));
        return claimed ? "{volumeClaimTemplate: " + volume + "}" : "no such volume";
    }

    private static @Nullable Object withoutAmounts(@Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> left = new TreeMap<>(Workload.map(value));
        left.keySet().removeAll(AMOUNTS);
        return left;
    }

    private static void claim(Facts facts, Resource claim) {
        facts.present(claim);
        facts.members(Facts.object(claim), "spec.accessModes", claim.list("spec", "accessModes"));
    }
}
