package dev.slipway.gitops;

import dev.slipway.kustomize.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The images that containers name, wherever in an object a pod template stands. */
public final class ContainerImages {

    private static final Set<String> LISTS = Set.of("containers", "initContainers");

    private ContainerImages() {}

    /** The names without tag and digest. */
    public static Set<String> names(List<Resource> objects) {
        Set<String> names = new TreeSet<>();
        objects.forEach(object -> collect(object.content(), names));
        return names;
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

    private static void collect(@Nullable Object value, Set<String> names) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, below) -> {
                    if (LISTS.contains(key) && below instanceof List<?> containers) {
                        containers.forEach(container -> image(container, names));
                    } else {
                        collect(below, names);
                    }
                });
            case Collection<?> list -> list.forEach(item -> collect(item, names));
            case null, default -> {}
        }
    }

    private static void image(@Nullable Object container, Set<String> names) {
        if (container instanceof Map<?, ?> map && map.get("image") instanceof String image) {
            names.add(name(image));
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
