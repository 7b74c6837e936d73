package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Gvk;
import dev.slipway.kustomize.document.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field that holds a name of another object.
 *
 * @param target the kind that is referred to
 * @param field where the name stands
 */
public record Reference(Gvk target, FieldSpec field) {
    private static final Map<String, List<String>> HOLDERS = Map.of(
            "PODS",
            List.of(
                    "*/v1/Pod",
                    "*/*/PodTemplate",
                    "*/*/Deployment",
                    "*/*/ReplicaSet",
                    "*/*/DaemonSet",
                    "*/*/StatefulSet",
                    "*/*/Job",
                    "*/*/CronJob"),
            "LONG_RUNNING",
            List.of(
                    "*/*/Pod",
                    "*/*/StatefulSet",
                    "*/*/Deployment",
                    "*/*/ReplicationController",
                    "*/*/CronJob",
                    "*/*/Job",
                    "*/*/DaemonSet"));
    private static final List<Reference> DEFAULTS = read();

    /** The fields that kustomize knows by default. */
    static List<Reference> defaults() {
        return DEFAULTS;
    }

    private static List<Reference> read() {
        List<Reference> references = new ArrayList<>();
        for (List<String> row : Tables.read(Reference.class, "name-references.txt")) {
            for (String referrer : HOLDERS.getOrDefault(row.get(1), List.of(row.get(1)))) {
                Gvk gvk = FieldSpecs.gvk(referrer);
                String path = row.get(2).replaceFirst("^POD/", podPath(gvk.kind()) + "/");
                references.add(new Reference(FieldSpecs.gvk(row.get(0)), FieldSpec.of(gvk, path, false)));
            }
        }
        return List.copyOf(references);
    }

    private static String podPath(String kind) {
        return switch (kind) {
            case "Pod" -> "spec";
            case "PodTemplate" -> "template/spec";
            case "CronJob" -> "spec/jobTemplate/spec/template/spec";
            default -> "spec/template/spec";
        };
    }
}
