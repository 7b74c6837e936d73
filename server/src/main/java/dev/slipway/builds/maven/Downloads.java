package dev.slipway.builds.maven;

import dev.slipway.builds.cache.CachedUnit;
import dev.slipway.builds.cache.DependencyCache;
import dev.slipway.builds.kind.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a Maven build finds what was downloaded before, and what of its own downloads is worth keeping. */
final class Downloads {

    private static final String REPOSITORY = "maven";
    private static final String DISTRIBUTION = "maven-distribution";

    private final Workbench workbench;
    private final DependencyCache cache;
    private final MavenHome home;

    Downloads(Workbench workbench, DependencyCache cache, MavenHome home) {
        this.workbench = workbench;
        this.cache = cache;
        this.home = home;
    }

    /** The build's own local repository: empty at first, gone with the build. */
    Path repository() {
        return workbench.home().resolve(".m2/repository");
    }

    /** What others have downloaded, in the layout of local repositories; separated by commas, as Maven wants it. */
    String shared() throws IOException {
        Path cached = Files.createDirectories(cache.directory().resolve(REPOSITORY));
        return Stream.concat(Stream.of(cached), home.repository().stream())
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }

    /** What has to be readable for all of this. */
    List<Path> directories() throws IOException {
        return Stream.concat(Stream.of(cache.directory()), home.directory().stream())
                .toList();
    }

    /** Puts the Mavens that wrappers have downloaded before where this wrapper looks for them. */
    void linkDistributions() throws IOException {
        Path folders = cache.directory().resolve(CachedUnit.FOLDERS);
        for (Path folder : children(folders)) {
            String[] parts = folder.getFileName().toString().split("=", 3);
            if (parts.length == 3 && parts[0].equals(DISTRIBUTION)) {
                link(parts[1], folder, parts[2]);
            }
        }
        if (home.distributions().isPresent()) {
            for (Path name : children(home.distributions().get())) {
                for (Path folder : children(name)) {
                    link(
                            name.getFileName().toString(),
                            folder,
                            folder.getFileName().toString());
                }
            }
        }
    }

    private void link(String name, Path folder, String hash) throws IOException {
        Path link = wrapped().resolve(name).resolve(hash);
        Files.createDirectories(link.getParent());
        if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, folder);
        }
    }

    private Path wrapped() {
        return workbench.home().resolve(".m2/wrapper/dists");
    }

    /** Adds to the cache what this build has downloaded, as far as it is there for good. */
    void keep() throws IOException {
        List<CachedUnit> units = new ArrayList<>();
        if (workbench.holds(repository())) {
            artifacts(units);
        }
        if (workbench.holds(wrapped())) {
            distributions(units);
        }
        workbench.log(cache.add(units) + " downloads added to the shared cache");
    }

    private void artifacts(List<CachedUnit> units) throws IOException {
        Path repository = repository();
        try (Stream<Path> files = Files.walk(repository)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(repository::relativize)
                    .filter(Downloads::isFinalArtifact)
                    .forEach(path -> units.add(new CachedUnit(repository.resolve(path), REPOSITORY + "/" + path)));
        }
    }

    /** {@code group/…/artifact/version/artifact-version….pom}: no snapshot, no index of versions, no note of a failure. */
    private static boolean isFinalArtifact(Path path) {
        int names = path.getNameCount();
        if (names < 4) {
            return false;
        }
        String version = path.getName(names - 2).toString();
        String file = path.getFileName().toString();
        return file.startsWith(path.getName(names - 3) + "-" + version)
                && !version.endsWith("-SNAPSHOT")
                && !file.endsWith(".lastUpdated")
                && !file.endsWith(".part")
                && !file.endsWith(".lock");
    }

    /** The wrapper's layout: {@code dists/<name>/<hash of its address>/bin/mvn}. */
    private void distributions(List<CachedUnit> units) throws IOException {
        for (Path name : children(wrapped())) {
            for (Path folder : children(name)) {
                if (Files.isRegularFile(folder.resolve("bin/mvn"))) {
                    String unit = String.join(
                            "=",
                            DISTRIBUTION,
                            name.getFileName().toString(),
                            folder.getFileName().toString());
                    units.add(new CachedUnit(folder, CachedUnit.FOLDERS + "/" + unit));
                }
            }
        }
    }

    /** Its folders, without links. */
    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
