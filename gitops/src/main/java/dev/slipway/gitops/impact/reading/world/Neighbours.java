package dev.slipway.gitops.impact.reading.world;

import dev.slipway.gitops.impact.reading.kinds.PodGuard;
import dev.slipway.gitops.impact.reading.kinds.ServiceSelector;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of one namespace, found by their names, what they mention, and the labels that choose pods. */
public final class Neighbours {

    private record Name(String group, String kind, String name) {
        static Name of(Resource object) {
            return new Name(object.group(), object.kind(), object.name());
        }
    }

    private final Map<Name, Resource> names = new HashMap<>();
    private final Set<Mention> present = new HashSet<>();
    private final Map<Mention, List<Resource>> mentions = new HashMap<>();
    private final Choices choices = new Choices();

    Neighbours(List<Resource> objects) {
        for (Resource object : objects) {
            names.putIfAbsent(Name.of(object), object);
            present.add(Mention.to(object));
            Mention.of(object)
                    .forEach(each -> mentions.computeIfAbsent(each, _ -> new ArrayList<>())
                            .add(object));
            choices.add(object);
        }
    }

    /** The one of this name and kind. */
    public Optional<Resource> same(Resource object) {
        return Optional.ofNullable(names.get(Name.of(object)));
    }

    /** The one of the core's kinds with this name. */
    public Optional<Resource> named(String kind, String name) {
        return Optional.ofNullable(names.get(new Name("", kind, name)));
    }

    /** Whether something of this kind and name is there, of whatever group. */
    public boolean holds(Mention mentioned) {
        return present.contains(mentioned);
    }

    /** What names this one. */
    public List<Resource> mentioning(Mention mentioned) {
        return mentions.getOrDefault(mentioned, List.of());
    }

    /** What runs the pods that a Service leads to. */
    public List<Resource> ledToBy(Resource service) {
        ServiceSelector selector = ServiceSelector.of(service);
        return choices.workloads(selector.labels()).stream()
                .filter(selector::selects)
                .toList();
    }

    /** What runs the pods that a guard holds for. */
    public List<Resource> heldBy(PodGuard guard) {
        return choices.workloads(guard.labels()).stream()
                .filter(guard::holdsFor)
                .toList();
    }

    /** The Services that lead to the pods of a workload. */
    public List<Resource> leadingTo(Resource workload) {
        return choices.choosers(workload)
                .filter(each -> each.kind().equals("Service")
                        && ServiceSelector.of(each).selects(workload))
                .toList();
    }

    /** The guards that hold for the pods of a workload. */
    public List<PodGuard> guarding(Resource workload) {
        return choices.choosers(workload)
                .flatMap(each -> PodGuard.of(each).stream())
                .filter(each -> each.holdsFor(workload))
                .toList();
    }
}
