package dev.slipway.delivery.sync;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.kustomize.Resource;
import java.util.Set;
import java.util.stream.Collectors;

/** Applications that take their objects along when they go: they carry Argo CD's finalizer. */
public final class Finalizers {

    private static final String CASCADE = "resources-finalizer.argocd.argoproj.io";

    private Finalizers() {}

    public static Set<String> cascading(Desired desired) {
        Set<String> names = desired.applications().stream()
                .flatMap(application -> application.objects().stream())
                .filter(object -> object.kind().equals("Application") && carries(object))
                .map(Resource::name)
                .collect(Collectors.toSet());
        desired.applications().stream()
                .filter(DesiredApplication::deleting)
                .forEach(application -> names.add(application.name()));
        return names;
    }

    private static boolean carries(Resource application) {
        return application.list("metadata", "finalizers").stream()
                .anyMatch(each -> String.valueOf(each).startsWith(CASCADE));
    }
}
