package dev.slipway.kustomize.step;

import dev.slipway.kustomize.document.Origin;
import dev.slipway.kustomize.transform.Transformer;

/**
 * One change of the objects.
 *
 * @param maker what it is called where changes are noted down
 */
public record Step(Origin.Maker maker, Transformer transformer) {

    static Step builtIn(String kind, Transformer transformer) {
        return new Step(Origin.Maker.builtIn(kind), transformer);
    }
}
