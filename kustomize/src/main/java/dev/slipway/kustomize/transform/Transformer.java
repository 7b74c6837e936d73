package dev.slipway.kustomize.transform;

import dev.slipway.kustomize.document.Items;

/** A step that changes the objects gathered so far. */
@FunctionalInterface
public interface Transformer {

    /** @throws dev.slipway.kustomize.problem.Refusal with everything that keeps it from doing so */
    void transform(Items items);
}
