package dev.slipway.gitops.images;

import dev.slipway.documents.yaml.YamlList;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlScalar;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds containers, wherever in an object a pod template stands. */
final class Containers {

    private static final Set<String> LISTS = Set.of("containers", "initContainers", "ephemeralContainers");

    private Containers() {}

    /** A container of an object. */
    record Named(String container, String image) {}

    static List<Named> of(Resource object) {
        List<Named> found = new ArrayList<>();
        collect(object.content(), found);
        return found;
    }

    private static void collect(@Nullable Object value, List<Named> found) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, below) -> {
                    if (LISTS.contains(key) && below instanceof List<?> containers) {
                        containers.forEach(each -> container(each, found));
                    } else {
                        collect(below, found);
                    }
                });
            case List<?> list -> list.forEach(each -> collect(each, found));
            case null, default -> {}
        }
    }

    private static void container(@Nullable Object value, List<Named> found) {
        if (value instanceof Map<?, ?> map && map.get("image") instanceof String image && !image.isEmpty()) {
            found.add(new Named(String.valueOf(map.get("name")), image));
        }
    }

    /** A container's image as it is written in a document. */
    record Written(String container, YamlScalar image, String pointer) {}

    static List<Written> in(YamlValue document) {
        List<Written> found = new ArrayList<>();
        collect(document, "", found);
        return found;
    }

    /**
     * In what stands, or shall stand, at this path of an object.
     *
     * @param path JSON pointer, of a list of containers, an entry of one, or something above
     */
    static List<Written> in(String path, YamlValue value) {
        List<String> parts = List.of(path.split("/", -1));
        List<Written> found = new ArrayList<>();
        if (LISTS.contains(parts.getLast()) && value instanceof YamlList containers) {
            containers(containers, "", found);
        } else if (parts.size() > 1 && LISTS.contains(parts.get(parts.size() - 2))) {
            container(value, "/image", found);
        } else {
            collect(value, "", found);
        }
        return found;
    }

    private static void collect(YamlValue value, String pointer, List<Written> found) {
        switch (value) {
            case YamlMap map ->
                map.entries().forEach(each -> {
                    String below = pointer + "/" + escaped(each.key().text());
                    if (LISTS.contains(each.key().text()) && each.value() instanceof YamlList containers) {
                        containers(containers, below, found);
                    } else {
                        collect(each.value(), below, found);
                    }
                });
            case YamlList list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), pointer + "/" + i, found);
                }
            }
            case YamlScalar _ -> {}
        }
    }

    private static void containers(YamlList containers, String pointer, List<Written> found) {
        for (int i = 0; i < containers.items().size(); i++) {
            container(containers.items().get(i), pointer + "/" + i + "/image", found);
        }
    }

    private static void container(YamlValue value, String at, List<Written> found) {
        value.asMap()
                .ifPresent(map -> map.get("image")
                        .flatMap(YamlValue::asScalar)
                        .ifPresent(
                                image -> found.add(new Written(map.text("name").orElse(""), image, at))));
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
