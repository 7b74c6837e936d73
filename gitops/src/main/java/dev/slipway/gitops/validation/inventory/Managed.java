package dev.slipway.gitops.validation.inventory;

import dev.slipway.gitops.RenderedApplication;
import dev.slipway.kustomize.Resource;

/**
 * An object and the Application that it is part of.
 *
 * @param cluster the cluster's name
 * @param namespace where it goes; empty for what belongs to no namespace
 */
public record Managed(RenderedApplication application, String cluster, String namespace, Resource object) {

    public String kind() {
        return object.kind();
    }

    public String name() {
        return object.name();
    }

    /** What a cluster tells it by; versions of one kind are the same object. */
    public String identity() {
        return cluster + " " + object.group() + " " + object.kind() + " " + namespace + "/" + object.name();
    }

    /** {@code Deployment red-dev/pricing-api}, for people. */
    @Override
    public String toString() {
        return object.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + object.name();
    }
}
