package dev.slipway.kustomize.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds outside of namespaces, as the reference tool knows them. */
final class ClusterScoped {
    /** The versions of their APIs, by kind. */
    private static final Map<String, Set<String>> KINDS = read();

    private ClusterScoped() {}

    static boolean contains(Gvk gvk) {
        Set<String> versions = KINDS.get(gvk.kind());
        return versions != null && versions.contains(gvk.apiVersion());
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (List<String> row : Tables.read(ClusterScoped.class, "cluster-scoped.txt")) {
            row.stream()
                    .skip(1)
                    .forEach(kind ->
                            kinds.computeIfAbsent(kind, _ -> new HashSet<>()).add(row.getFirst()));
        }
        return kinds;
    }
}
