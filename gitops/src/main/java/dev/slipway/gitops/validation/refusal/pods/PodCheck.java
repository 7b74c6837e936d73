package dev.slipway.gitops.validation.refusal.pods;

import dev.slipway.gitops.validation.inventory.Pods;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.function.Consumer;

/** Finds what is wrong with the pods that an object asks for. */
@FunctionalInterface
interface PodCheck {

    void check(Resource owner, Pods pods, Consumer<Violation> found);
}
