package dev.slipway.kustomize.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds outside of namespaces, as the reference tool knows them. */
final class ClusterScoped {
    private static final Set<String> KINDS = read();

    private ClusterScoped() {}

    static boolean contains(Gvk gvk) {
        return KINDS.contains(gvk.apiVersion() + " " + gvk.kind());
    }

    private static Set<String> read() {
        Set<String> kinds = new HashSet<>();
        for (List<String> row : Tables.read(ClusterScoped.class, "cluster-scoped.txt")) {
            row.stream().skip(1).forEach(kind -> kinds.add(row.getFirst() + " " + kind));
        }
        return kinds;
    }
}
