package dev.slipway.catalog.discovery;

import dev.slipway.catalog.ingest.SourceFile.FilePattern;
import dev.slipway.catalog.store.LocationRows;
import dev.slipway.catalog.store.TargetRows;
import dev.slipway.catalog.store.TargetRows.NamedBy;
import dev.slipway.documents.tree.PathPattern;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What first led to files: the file itself where discovery finds it, a registered location, or the first of some Locations. */
@Component
class Origins {

    private final TargetRows targets;
    private final LocationRows locations;
    private final WantedFiles files;
    private final FileAddresses addresses;
    private final GitHost host;

    Origins(TargetRows targets, LocationRows locations, WantedFiles files, FileAddresses addresses, GitHost host) {
        this.targets = targets;
        this.locations = locations;
        this.files = files;
        this.addresses = addresses;
        this.host = host;
    }

    /** The origin of each file of a repository by its path, as Backstage writes a location. */
    UnaryOperator<String> in(HostedRepository repository, Snapshot snapshot) {
        if (targets.in(repository.ref().toString()).isEmpty()) {
            return path -> addresses.of(repository, path);
        }
        Predicate<String> found = files.foundByThemselves(repository.ref(), snapshot);
        Names names = new Names();
        return path -> (found.test(path)
                        ? Optional.<String>empty()
                        : names.origin(repository.ref().toString(), path))
                .orElseGet(() -> addresses.of(repository, path));
    }

    /** Looks up origins, each once. */
    private final class Names {

        private final Map<String, Namings> namings = new HashMap<>();
        private final Map<FilePattern, Optional<String>> origins = new HashMap<>();

        Optional<String> origin(String repository, String path) {
            Namings inRepository = namings.computeIfAbsent(repository, Origins.this::namings);
            return inRepository.location(path).or(() -> inRepository.file(path).flatMap(this::origin));
        }

        /** Files that name each other in a circle lead to nothing. */
        private Optional<String> origin(NamedBy file) {
            FilePattern key = new FilePattern(file.repository(), file.path());
            Optional<String> known = origins.putIfAbsent(key, Optional.empty());
            if (known != null) {
                return known;
            }
            Optional<String> origin = origin(file.repository(), file.path())
                    .or(() -> host.repository(RepositoryRef.parse(file.repository()))
                            .map(hosted -> addresses.of(hosted, file.path())));
            origins.put(key, origin);
            return origin;
        }
    }

    private Namings namings(String repository) {
        Map<String, NamedBy> paths = new LinkedHashMap<>();
        List<NamedBy> globs = new ArrayList<>();
        for (NamedBy each : targets.namedBy(repository)) {
            if (each.pattern().contains("*")) {
                globs.add(each);
            } else {
                paths.putIfAbsent(each.pattern(), each);
            }
        }
        return new Namings(locations.in(repository), paths, globs);
    }

    /** Who names files of a repository. */
    private record Namings(List<LocationRows.Named> locations, Map<String, NamedBy> paths, List<NamedBy> globs) {

        Optional<String> location(String path) {
            return locations.stream()
                    .filter(location -> new PathPattern(location.pattern()).matches(path))
                    .map(location -> location.type() + ":" + location.target())
                    .findFirst();
        }

        Optional<NamedBy> file(String path) {
            return Optional.ofNullable(paths.get(path))
                    .or(() -> globs.stream()
                            .filter(glob -> new PathPattern(glob.pattern()).matches(path))
                            .findFirst());
        }
    }
}
