package dev.slipway.gitops.impact;

import dev.slipway.kustomize.Resource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many objects, by kind. */
final class Kinds {

    private Kinds() {}

    /** {@code 1 Deployment, 2 Service}; {@code no objects} for none. */
    static String words(Stream<Resource> objects) {
        Map<String, Long> kinds =
                objects.collect(Collectors.groupingBy(Resource::kind, TreeMap::new, Collectors.counting()));
        return kinds.isEmpty()
                ? "no objects"
                : kinds.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", "));
    }
}
