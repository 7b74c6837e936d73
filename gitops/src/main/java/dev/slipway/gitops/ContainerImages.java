package dev.slipway.gitops;

import dev.slipway.gitops.Output.Declaration;
import dev.slipway.kustomize.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The images that containers name, wherever in an object a pod template stands. */
public final class ContainerImages {

    private static final Set<String> LISTS = Set.of("containers", "initContainers");

    /** Of Argo CD; thousands of them lie in one directory. */
    private static final Set<String> WITHOUT_CONTAINERS = Set.of("Application", "ApplicationSet", "AppProject");

    private ContainerImages() {}

    /** As containers name them. */
    public static Set<String> references(List<Resource> objects) {
        Set<String> images = new TreeSet<>();
        for (Resource object : objects) {
            if (!Declaration.isOne(object) || !WITHOUT_CONTAINERS.contains(object.kind())) {
                collect(object.content(), images);
            }
        }
        return images;
    }

    /** The names without tag and digest. */
    public static Set<String> names(List<Resource> objects) {
        return references(objects).stream().map(ContainerImages::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What the manifests call the images of a Release, by image name. Where they use a stand-in, the one name that no image has
     * belongs to the one image that nothing names.
     *
     * @param released the names of the Release's images
     * @param named the names in the manifests
     */
    public static Map<String, String> standIns(Set<String> released, Set<String> named) {
        Set<String> unnamed = new TreeSet<>(released);
        unnamed.removeAll(named);
        Set<String> standIns = new TreeSet<>(named);
        standIns.removeAll(released);
        return unnamed.size() == 1 && standIns.size() == 1
                ? Map.of(unnamed.iterator().next(), standIns.iterator().next())
                : Map.of();
    }

    private static void collect(@Nullable Object value, Set<String> images) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, below) -> {
                    if (LISTS.contains(key) && below instanceof List<?> containers) {
                        containers.forEach(container -> image(container, images));
                    } else {
                        collect(below, images);
                    }
                });
            case Collection<?> list -> list.forEach(item -> collect(item, images));
            case null, default -> {}
        }
    }

    private static void image(@Nullable Object container, Set<String> images) {
        if (container instanceof Map<?, ?> map && map.get("image") instanceof String image) {
            images.add(image);
        }
    }

    /** A colon after the last slash begins a tag; one before it belongs to the registry's port. */
    static String name(String image) {
        int at = image.indexOf('@');
        String named = at < 0 ? image : image.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        return colon < 0 ? named : named.substring(0, colon);
    }
}
