package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that a revision declares, by where it goes. Holds objects as they are rendered: only names and labels are read of them. */
public final class World {

    private static final String WORKLOADS = "";

    private record Place(String cluster, String namespace, String kind) {}

    private final Map<Place, List<Resource>> objects = new HashMap<>();
    private final UnaryOperator<String> cluster;

    /** @param cluster the name of an Application's destination */
    public World(List<RenderedApplication> applications, UnaryOperator<String> cluster) {
        this.cluster = cluster;
        applications.forEach(this::add);
    }

    private void add(RenderedApplication rendered) {
        String at = cluster.apply(rendered.application().cluster());
        String own = rendered.application().namespace();
        for (Resource object : rendered.objects()) {
            String namespace = Objects.requireNonNullElse(object.namespace(), own);
            put(new Place(at, namespace, object.kind()), object);
            if (PodTemplates.of(object).isPresent()) {
                put(new Place(at, namespace, WORKLOADS), object);
            }
        }
    }

    private void put(Place place, Resource object) {
        objects.computeIfAbsent(place, _ -> new ArrayList<>()).add(object);
    }

    /** The objects of a kind in the same namespace. */
    List<Resource> beside(Manifest manifest, String kind) {
        return objects.getOrDefault(
                new Place(cluster.apply(manifest.application().cluster()), manifest.namespace(), kind), List.of());
    }

    /** What runs pods in the same namespace. */
    List<Resource> workloadsBeside(Manifest manifest) {
        return beside(manifest, WORKLOADS);
    }

    /** The same object in this world. */
    Optional<Resource> same(Manifest beside, Resource object) {
        return beside(beside, object.kind()).stream()
                .filter(each ->
                        each.group().equals(object.group()) && each.name().equals(object.name()))
                .findFirst();
    }
}
