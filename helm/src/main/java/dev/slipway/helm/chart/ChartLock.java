package dev.slipway.helm.chart;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.kustomize.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code helm dependency build} may take: the versions of Chart.lock (requirements.lock of charts of the first version),
 * or what the declarations allow where there is none. The lock's digest is not looked at.
 *
 * @param locked null where there is no lock
 */
record ChartLock(String file, @Nullable List<Dependency> locked) {

    static ChartLock of(FileTree tree, Chart chart, Set<String> read) {
        String name = chart.metadata().apiVersion().equals("v1") ? "requirements.lock" : "Chart.lock";
        String file = TreePath.join(chart.directory(), name);
        read.add(file);
        return new ChartLock(
                file,
                tree.text(file)
                        .map(text -> MetadataReader.dependencies(file, text))
                        .orElse(null));
    }

    /**
     * @param place of what is declared
     * @throws Refusal if the chart that lies there is of a version that may not be taken
     */
    void check(Dependency declared, Chart found, Place place) {
        if (locked == null) {
            require(declared, found, place, "Correct the version.");
            return;
        }
        String update = "Run helm dependency update and commit the lock.";
        Dependency lock = locked.stream()
                .filter(each ->
                        each.name().equals(declared.name()) && each.repository().equals(declared.repository()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        place,
                        "\"" + declared.name() + "\" of \"" + declared.repository()
                                + "\" is declared here but is not in \"" + file
                                + "\", which helm dependency build refuses.",
                        "a lock of what is declared.",
                        update));
        require(lock, found, new Place(file, lock.line(), 1), update);
    }

    private static void require(Dependency dependency, Chart found, Place place, String next) {
        String version = found.metadata().version();
        if (dependency.version().isEmpty()) {
            throw new Refusal(
                    place,
                    "No version of \"" + dependency.name() + "\" is declared, which helm dependency build refuses.",
                    "the version, or a range of versions, that may be taken.",
                    next);
        }
        if (!dependency.allows(version)) {
            throw new Refusal(
                    place,
                    "The chart in \"" + found.directory() + "\" has the version " + version + ", which \""
                            + dependency.version() + "\" does not allow and helm dependency build refuses.",
                    "a version that is allowed.",
                    next);
        }
    }
}
