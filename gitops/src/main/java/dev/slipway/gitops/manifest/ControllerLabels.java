package dev.slipway.gitops.manifest;

import dev.slipway.kustomize.Resource;
import java.util.Set;

/**
 * The labels that controllers give pods beyond those of their template.
 *
 * @see <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/">well-known labels</a>
 */
public final class ControllerLabels {

    private static final Set<String> JOB_NAME = Set.of("batch.kubernetes.io/job-name", "job-name");

    private static final Set<String> KEYS = Set.of(
            "pod-template-hash",
            "rollouts-pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "batch.kubernetes.io/job-name",
            "job-name",
            "batch.kubernetes.io/controller-uid",
            "controller-uid",
            "batch.kubernetes.io/job-completion-index");

    private ControllerLabels() {}

    /** Whether some controller gives a label of this key. */
    public static boolean isOne(String key) {
        return KEYS.contains(key);
    }

    /** Whether some pod of this owner gets this label. */
    public static boolean give(Resource owner, String key, String value) {
        return switch (owner.kind()) {
            case "Deployment", "ReplicaSet" -> key.equals("pod-template-hash");
            case "Rollout" -> key.equals("rollouts-pod-template-hash");
            case "DaemonSet" -> key.equals("controller-revision-hash") || key.equals("pod-template-generation");
            case "StatefulSet" -> statefulSet(owner, key, value);
            case "Job", "CronJob" -> job(owner, key, value);
            default -> false;
        };
    }

    private static boolean statefulSet(Resource owner, String key, String value) {
        return switch (key) {
            case "statefulset.kubernetes.io/pod-name" ->
                value.startsWith(owner.name() + "-")
                        && isNumber(value.substring(owner.name().length() + 1));
            case "apps.kubernetes.io/pod-index" -> isNumber(value);
            default -> key.equals("controller-revision-hash");
        };
    }

    private static boolean job(Resource owner, String key, String value) {
        if (JOB_NAME.contains(key)) {
            String generated = owner.text("metadata", "generateName").orElse("");
            boolean named = owner.text("metadata", "name").isPresent() || generated.isEmpty();
            return (named && owner.kind().equals("Job"))
                    ? value.equals(owner.name())
                    : value.startsWith(named ? owner.name() + "-" : generated);
        }
        return key.equals("batch.kubernetes.io/controller-uid")
                || key.equals("controller-uid")
                || (key.equals("batch.kubernetes.io/job-completion-index") && isNumber(value));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }
}
