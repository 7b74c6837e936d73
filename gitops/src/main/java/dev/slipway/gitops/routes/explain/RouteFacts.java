package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.Declared;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.kustomize.Resource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an Application the findings of routes depend on. Most changes leave it as it is: another image, a variable.
 *
 * @param cluster where it goes, as it is written
 * @param unseen the Application itself where its source is not at hand
 * @param renders whether it has any object
 * @param objects what routes, and what the findings see of the workloads behind
 */
public record RouteFacts(
        String name,
        String cluster,
        String namespace,
        @Nullable Application unseen,
        boolean renders,
        List<Object> objects) {

    /** What {@link DeclaredPods} tells of a workload, but for how many there are. */
    private record Workload(
            String kind, @Nullable String namespace, String name, Map<String, ?> labels, Set<String> ports) {}

    /** Whether there can be no finding on one side that is not on the other. What both took over from one reading costs nothing. */
    public static boolean areSame(Declared one, Declared other) {
        Set<RenderedApplication> here = identities(one);
        Set<RenderedApplication> there = identities(other);
        return facts(one, there).equals(facts(other, here));
    }

    private static Set<RenderedApplication> identities(Declared declared) {
        Set<RenderedApplication> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(declared.applications());
        return all;
    }

    private static List<RouteFacts> facts(Declared declared, Set<RenderedApplication> known) {
        return declared.applications().stream()
                .filter(each -> !known.contains(each))
                .map(each -> of(each, declared.commit(each).isEmpty()))
                .toList();
    }

    private static RouteFacts of(RenderedApplication rendered, boolean unseen) {
        Application application = rendered.application();
        return new RouteFacts(
                application.name(),
                application.cluster(),
                application.namespace(),
                unseen ? application : null,
                !rendered.objects().isEmpty(),
                rendered.objects().stream().flatMap(RouteFacts::of).toList());
    }

    private static Stream<Object> of(Resource object) {
        if (DeclaredPods.isWorkload(object)) {
            return Stream.of(new Workload(
                    object.kind(),
                    object.namespace(),
                    object.name(),
                    DeclaredPods.labels(object),
                    DeclaredPods.ports(object)));
        }
        return object.kind().equals("Service") || Objects.equals(object.group(), "networking.istio.io")
                ? Stream.of(object)
                : Stream.of();
    }
}
