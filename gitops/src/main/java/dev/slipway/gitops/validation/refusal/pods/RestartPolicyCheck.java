package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.Set;
import java.util.function.Consumer;

/** Pods of a Job end, those of a Deployment do not. */
final class RestartPolicyCheck implements PodCheck {

    private static final Set<String> ENDING = Set.of("Job", "CronJob");
    private static final Set<String> STAYING =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ReplicationController", "Rollout");

    @Override
    public void check(Resource owner, Pods pods, Consumer<Violation> found) {
        String at = pods.pointer() + "/restartPolicy";
        String policy = pods.text("restartPolicy").orElse("");
        if (ENDING.contains(owner.kind()) && (policy.isEmpty() || policy.equals("Always"))) {
            String what = policy.isEmpty()
                    ? "Without a restartPolicy the pods of this " + owner.kind() + " restart always."
                    : "The pods of a " + owner.kind() + " cannot restart always.";
            found.accept(Violation.refused(Rule.RESTART_POLICY, at, what, "OnFailure or Never"));
        }
        if (!STAYING.contains(owner.kind())) {
            return;
        }
        if (policy.equals("OnFailure") || policy.equals("Never")) {
            found.accept(Violation.refused(
                    Rule.RESTART_POLICY,
                    at,
                    "The pods of a " + owner.kind() + " always restart, not \"" + policy + "\".",
                    "Always, or nothing"));
        }
        if (pods.text("activeDeadlineSeconds").isPresent()) {
            found.accept(Violation.refused(
                    Rule.RESTART_POLICY,
                    pods.pointer() + "/activeDeadlineSeconds",
                    "The pods of a " + owner.kind() + " have no deadline.",
                    "no activeDeadlineSeconds"));
        }
    }
}
