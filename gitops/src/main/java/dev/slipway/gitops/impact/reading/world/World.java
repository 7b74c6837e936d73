package dev.slipway.gitops.impact.reading.world;

import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything that a revision declares, by where it goes. Holds objects as they are rendered: only names, labels and numbers are
 * read of them. A namespace is indexed once it is asked for, so that the effort grows with the change.
 */
public final class World {

    private record Place(String cluster, String namespace) {}

    private final Map<Place, List<Resource>> objects = new HashMap<>();
    private final Map<Place, Neighbours> neighbours = new ConcurrentHashMap<>();
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
            objects.computeIfAbsent(new Place(at, namespace), _ -> new ArrayList<>())
                    .add(object);
        }
    }

    /** What is in the same namespace. */
    public Neighbours of(Manifest manifest) {
        return neighbours.computeIfAbsent(
                new Place(clusterOf(manifest), manifest.namespace()),
                place -> new Neighbours(objects.getOrDefault(place, List.of())));
    }

    /** The same object in this world. */
    public Optional<Resource> same(Manifest beside, Resource object) {
        return of(beside).same(object);
    }

    /** Everything in the same cluster. */
    public Stream<Resource> cluster(Manifest manifest) {
        String at = clusterOf(manifest);
        return objects.entrySet().stream()
                .filter(each -> each.getKey().cluster().equals(at))
                .flatMap(each -> each.getValue().stream());
    }

    private String clusterOf(Manifest manifest) {
        return cluster.apply(manifest.application().cluster());
    }

    /** What names this object, in its own namespace. */
    public List<Resource> mentioning(Manifest manifest) {
        return of(manifest).mentioning(Mention.to(manifest.object()));
    }
}
