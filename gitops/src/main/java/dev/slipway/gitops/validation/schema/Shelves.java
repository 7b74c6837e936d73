package dev.slipway.gitops.validation.schema;

import dev.slipway.kustomize.document.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The schemas that come with Slipway, each shelf read when its group is asked for. */
final class Shelves {

    private static final String KUBERNETES = "kubernetes";

    private final Map<String, Shelf> open = new ConcurrentHashMap<>();
    private final List<Row> rows = Tables.read(Shelves.class, "shelves.txt").stream()
            .map(row -> new Row(row.get(0), row.get(1), row.subList(2, row.size())))
            .toList();

    /** @param groups of the API; those of Kubernetes have no dot, or end in k8s.io */
    private record Row(String name, String version, List<String> groups) {}

    Optional<KindSchema> find(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return rows.stream()
                .filter(row -> row.groups().contains(group))
                .findFirst()
                .map(this::shelf)
                .or(() -> Optional.of(kubernetes()))
                .flatMap(shelf -> shelf.find(apiVersion, kind));
    }

    /** Of Kubernetes' own objects. */
    Shelf kubernetes() {
        return shelf(rows.stream()
                .filter(row -> row.name().equals(KUBERNETES))
                .findFirst()
                .orElseThrow());
    }

    private Shelf shelf(Row row) {
        boolean custom = !row.name().equals(KUBERNETES);
        Supplier<Shelf> read = () -> Shelf.read(row.name() + ".gz", words(row), custom);
        return open.computeIfAbsent(row.name(), _ -> read.get());
    }

    private static String words(Row row) {
        return row.name() + " " + row.version();
    }
}
