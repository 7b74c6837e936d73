package dev.slipway.gitops.validation.refusal.data;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.function.Consumer;

/** A PriorityClass stays below those of the system. Source: {@code ValidatePriorityClass} of Kubernetes. */
public final class PriorityCheck implements ObjectCheck {

    private static final long HIGHEST = 1_000_000_000;
    private static final String OF_THE_SYSTEM = "system-";

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.kind().equals("PriorityClass") || !object.group().equals("scheduling.k8s.io")) {
            return;
        }
        if (object.name().startsWith(OF_THE_SYSTEM)) {
            found.accept(refused(
                    "/metadata/name",
                    "Names that begin with \"" + OF_THE_SYSTEM + "\" are Kubernetes' own.",
                    "another name"));
        }
        if (object.content().get("value") instanceof Number value && value.longValue() > HIGHEST) {
            found.accept(
                    refused("/value", "A priority of " + value + " is Kubernetes' own pods'.", "at most " + HIGHEST));
        }
    }

    private static Violation refused(String at, String what, String expected) {
        return Violation.refused(Rule.PRIORITY, at, what, expected);
    }
}
