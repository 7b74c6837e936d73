package dev.slipway.gitops.validation.refusal;

import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.kustomize.Resource;
import java.util.function.Consumer;

/** Finds what is wrong with an object alone. */
@FunctionalInterface
public interface ObjectCheck {

    void check(Resource object, Consumer<Violation> found);
}
