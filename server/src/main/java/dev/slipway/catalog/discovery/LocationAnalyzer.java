package dev.slipway.catalog.discovery;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.LocationAnalysis;
import dev.slipway.catalog.LocationAnalysis.Existing;
import dev.slipway.catalog.store.EntityRows;
import dev.slipway.catalog.store.EntityRows.Known;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.catalog.store.SourceRows.Source;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.GitContent;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryOwners;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a repository has for the catalog; where it has nothing, what a first file could say. */
@Component
class LocationAnalyzer {

    private static final int MOST_FILES = 200;
    private static final String FILE_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final FileAddresses addresses;
    private final GitContent git;
    private final RepositoryOwners owners;
    private final WantedFiles files;
    private final EntityFiles entityFiles;
    private final SourceRows sources;
    private final EntityRows rows;

    LocationAnalyzer(
            FileAddresses addresses,
            GitContent git,
            RepositoryOwners owners,
            WantedFiles files,
            EntityFiles entityFiles,
            SourceRows sources,
            EntityRows rows) {
        this.addresses = addresses;
        this.git = git;
        this.owners = owners;
        this.files = files;
        this.entityFiles = entityFiles;
        this.sources = sources;
        this.rows = rows;
    }

    LocationAnalysis analyze(String url, @Nullable String fileName) {
        HostedRepository repository = addresses
                .repository(url)
                .orElseThrow(() -> invalid(
                        "location.target",
                        "\"" + url + "\" is in no repository that the catalog reads.",
                        "the address of a repository of this platform, or of a file in one"));
        if (fileName != null && !fileName.matches(FILE_NAME)) {
            throw invalid("catalogFilename", "This is not the name of a file.", "for example catalog-info.yaml");
        }
        Snapshot snapshot = git.resolve(repository.ref(), repository.defaultRef())
                .map(head -> git.snapshot(repository.ref(), head))
                .orElse(null);
        List<Existing> existing =
                snapshot == null ? List.of() : existing(repository, snapshot, paths(repository, snapshot, fileName));
        return existing.isEmpty()
                ? new LocationAnalysis(
                        List.of(), Proposals.of(repository, url, owners.owner(repository.ref()), snapshot))
                : new LocationAnalysis(existing, null);
    }

    private Set<String> paths(HostedRepository repository, Snapshot snapshot, @Nullable String fileName) {
        Set<String> paths = fileName == null
                ? files.all(repository, snapshot).keySet()
                : snapshot.files(path -> path.equals(fileName) || path.endsWith("/" + fileName))
                        .keySet();
        if (paths.size() > MOST_FILES) {
            throw invalid(
                    "location.target",
                    repository.ref() + " has " + paths.size() + " files that describe entities.",
                    "at most " + MOST_FILES + " to look at; discovery reads all of them");
        }
        return paths;
    }

    private List<Existing> existing(HostedRepository repository, Snapshot snapshot, Set<String> paths) {
        Map<String, List<Entity>> entities = entityFiles.read(repository.ref(), snapshot, paths);
        Map<String, Set<EntityRef>> known = known(repository);
        List<Existing> existing = new ArrayList<>();
        entities.forEach((path, declared) -> declared.forEach(entity -> existing.add(new Existing(
                addresses.page(repository.ref(), path),
                known.getOrDefault(path, Set.of()).contains(entity.ref()),
                entity))));
        return existing;
    }

    /** The entities that the catalog has of the repository's files, by path. */
    private Map<String, Set<EntityRef>> known(HostedRepository repository) {
        Map<String, Source> read = sources.of(repository.ref().toString());
        Map<Integer, Map<UUID, Known>> held =
                rows.known(read.values().stream().map(Source::id).toList());
        Map<String, Set<EntityRef>> known = new HashMap<>();
        read.forEach((path, source) -> known.put(
                path,
                held.getOrDefault(source.id(), Map.of()).values().stream()
                        .map(Known::ref)
                        .collect(Collectors.toSet())));
        return known;
    }

    private static CatalogException invalid(String where, String message, String expected) {
        return new CatalogException(
                ProblemCode.INVALID, Problem.at(where, message).expecting(expected));
    }
}
