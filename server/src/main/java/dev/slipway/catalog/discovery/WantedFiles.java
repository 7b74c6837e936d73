package dev.slipway.catalog.discovery;

import dev.slipway.catalog.CatalogProperties;
import dev.slipway.catalog.ingest.SourceFile.FilePattern;
import dev.slipway.catalog.store.SourceRows.Source;
import dev.slipway.catalog.store.TargetRows;
import dev.slipway.documents.tree.PathPattern;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.entities.SearchedPaths;
import dev.slipway.git.GitContent;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which files of a repository describe entities at a commit, with Git's ids of what they hold. */
@Component
class WantedFiles {

    private final GitContent git;
    private final TargetRows targets;
    private final CatalogProperties properties;
    private final PlatformProperties platform;

    WantedFiles(GitContent git, TargetRows targets, CatalogProperties properties, PlatformProperties platform) {
        this.git = git;
        this.targets = targets;
        this.properties = properties;
        this.platform = platform;
    }

    /** Found by looking at every file. */
    Map<String, String> all(HostedRepository repository, Snapshot snapshot) {
        Map<String, String> files = snapshot.files(path -> path.endsWith(".yaml") || path.endsWith(".yml"));
        Set<String> templates = files.keySet().stream()
                .filter(SearchedPaths::isTemplate)
                .map(TreePath::parent)
                .collect(Collectors.toSet());
        files.keySet().removeIf(searched(repository.ref(), templates).negate());
        return files;
    }

    /** Found by looking at the files that changed; what was read before and did not change counts as it did. */
    Map<String, String> after(
            HostedRepository repository, Snapshot snapshot, List<String> changed, Map<String, Source> known) {
        Map<String, String> found = new TreeMap<>();
        Set<String> touched = Set.copyOf(changed);
        known.values().stream()
                .filter(source -> !touched.contains(source.path()))
                .forEach(source -> content(snapshot, source).ifPresent(content -> found.put(source.path(), content)));
        changed.stream()
                .filter(searched(repository.ref(), templatesAbove(snapshot, changed)))
                .forEach(path -> snapshot.objectId(path).ifPresent(content -> found.put(path, content)));
        return found;
    }

    /** Whether the catalog reads all of these files, of which there is at least one. */
    boolean reads(FilePattern files) {
        RepositoryRef repository = RepositoryRef.parse(files.repository());
        Snapshot snapshot = git.resolve(repository, "HEAD")
                .map(head -> git.snapshot(repository, head))
                .orElse(null);
        if (snapshot == null) {
            return false;
        }
        List<String> paths = List.copyOf(
                snapshot.files(new PathPattern(files.pattern())::matches).keySet());
        return !paths.isEmpty() && paths.stream().allMatch(searched(repository, templatesAbove(snapshot, paths)));
    }

    /** Which files discovery finds without a Location that names them. */
    Predicate<String> foundByThemselves(RepositoryRef repository, Snapshot snapshot) {
        List<String> patterns = patterns(repository);
        SearchedPaths anywhere = new SearchedPaths(patterns, List.of(), Set.of());
        return path -> anywhere.test(path)
                && new SearchedPaths(patterns, List.of(), templatesAbove(snapshot, List.of(path))).test(path);
    }

    private static Optional<String> content(Snapshot snapshot, Source source) {
        return source.content() == null || source.missingSince() != null
                ? snapshot.objectId(source.path())
                : Optional.of(source.content());
    }

    private SearchedPaths searched(RepositoryRef repository, Set<String> templates) {
        List<String> named = targets.in(repository.toString()).stream()
                .map(TargetRows.Target::pattern)
                .toList();
        return new SearchedPaths(patterns(repository), named, templates);
    }

    private List<String> patterns(RepositoryRef repository) {
        List<String> patterns = new ArrayList<>(properties.files());
        if (repository.equals(platform.repository())) {
            patterns.addAll(SearchedPaths.PLATFORM);
        }
        return patterns;
    }

    private static Set<String> templatesAbove(Snapshot snapshot, List<String> changed) {
        Set<String> templates = new HashSet<>();
        for (String path : changed) {
            for (String above = TreePath.parent(path); !above.isEmpty(); above = TreePath.parent(above)) {
                if (snapshot.isFile(above + "/template.yaml")) {
                    templates.add(above);
                }
            }
        }
        return templates;
    }
}
