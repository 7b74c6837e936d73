package dev.slipway.gitops.validation.refusal.workloads;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A Job selects its pods itself, and knows when it is done. */
public final class JobCheck implements ObjectCheck {

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.group().equals("batch")) {
            return;
        }
        if (object.kind().equals("Job")) {
            check(object.map("spec"), "/spec", found);
        } else if (object.kind().equals("CronJob")) {
            Map<String, @Nullable Object> spec = object.map("spec", "jobTemplate", "spec");
            check(spec, "/spec/jobTemplate/spec", found);
            if (isManual(spec)) {
                found.accept(refused(
                        "/spec/jobTemplate/spec/manualSelector",
                        "All Jobs of a CronJob would select the same pods.",
                        "no manualSelector"));
            }
        }
    }

    private static void check(Map<String, @Nullable Object> spec, String at, Consumer<Violation> found) {
        if (spec.get("selector") != null && !isManual(spec)) {
            found.accept(refused(at + "/selector", "Kubernetes makes the selector of a Job itself.", "no selector"));
        }
        if ("Indexed".equals(spec.get("completionMode")) && spec.get("completions") == null) {
            found.accept(refused(
                    at + "/completionMode", "How many indexes there are is not said.", "completions beside it"));
        }
        String policy = Values.text(spec, "template", "spec", "restartPolicy");
        if (spec.get("podFailurePolicy") != null && !"Never".equals(policy)) {
            found.accept(refused(
                    at + "/podFailurePolicy",
                    "What failed pods mean is only looked at where they are not restarted.",
                    "restartPolicy: Never"));
        }
    }

    private static boolean isManual(Map<String, @Nullable Object> spec) {
        return Boolean.TRUE.equals(spec.get("manualSelector"));
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.JOB, at, what, expected);
    }
}
