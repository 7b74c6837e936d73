package dev.slipway.kustomize.variable;

import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.document.Id;

/**
 * An entry of {@code vars}.
 *
 * @param target the object, without namespace in any
 * @param fieldPath of its value, such as {@code spec.ports[0].port}
 */
public record Variable(Place place, String name, Id target, String fieldPath) {}
