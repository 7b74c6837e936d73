package dev.slipway.gitops.impact.objects;

import dev.slipway.gitops.Application;
import dev.slipway.kustomize.Resource;

/**
 * What makes an object the same one. The version of the API does not.
 *
 * @param place the cluster and namespace; within an Application only how it differs from the Application's own namespace
 */
record ObjectKey(String place, String group, String kind, String name) {

    /** Within its Application, which may move to another namespace and takes its objects along. */
    static ObjectKey within(Application application, Resource object) {
        String namespace = object.namespace();
        String other = namespace == null || namespace.equals(application.namespace()) ? "" : namespace;
        return new ObjectKey(other, object.group(), object.kind(), object.name());
    }

    /** Among all Applications. */
    static ObjectKey everywhere(String cluster, Manifest manifest) {
        Resource object = manifest.object();
        return new ObjectKey(cluster + "/" + manifest.namespace(), object.group(), object.kind(), object.name());
    }

    ObjectKey named(String other) {
        return new ObjectKey(place, group, kind, other);
    }
}
