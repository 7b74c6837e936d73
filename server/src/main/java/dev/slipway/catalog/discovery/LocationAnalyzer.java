package dev.slipway.catalog.discovery;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogEntity.EntitySource;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.LocationAnalysis;
import dev.slipway.catalog.LocationAnalysis.Existing;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.GitContent;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RepositoryOwners;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Catalog catalog;

    LocationAnalyzer(
            FileAddresses addresses,
            GitContent git,
            RepositoryOwners owners,
            WantedFiles files,
            EntityFiles entityFiles,
            Catalog catalog) {
        this.addresses = addresses;
        this.git = git;
        this.owners = owners;
        this.files = files;
        this.entityFiles = entityFiles;
        this.catalog = catalog;
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
        Snapshot snapshot = git.resolve(repository.ref(), "refs/heads/" + repository.defaultBranch())
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
        Map<EntityRef, CatalogEntity> known = catalog.find(entities.values().stream()
                .flatMap(List::stream)
                .map(Entity::ref)
                .collect(Collectors.toSet()));
        List<Existing> existing = new ArrayList<>();
        entities.forEach((path, declared) -> declared.forEach(entity -> existing.add(new Existing(
                addresses.page(repository.ref(), path),
                Optional.ofNullable(known.get(entity.ref()))
                        .map(CatalogEntity::source)
                        .filter(new EntitySource(repository.ref().toString(), path)::equals)
                        .isPresent(),
                entity))));
        return existing;
    }

    private static CatalogException invalid(String where, String message, String expected) {
        return new CatalogException(
                ProblemCode.INVALID, Problem.at(where, message).expecting(expected));
    }
}
