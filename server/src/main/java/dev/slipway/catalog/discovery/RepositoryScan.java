package dev.slipway.catalog.discovery;

import dev.slipway.catalog.CatalogProperties;
import dev.slipway.catalog.ingest.Ingestion;
import dev.slipway.catalog.ingest.SourceFile;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.catalog.store.SourceRows.Source;
import dev.slipway.catalog.store.TargetRows;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.SearchedPaths;
import dev.slipway.git.GitContent;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the files of one repository with what was read of them, and has the difference taken. */
@Component
class RepositoryScan {

    /** So many entities are looked up one by one. */
    private static final int MANY = 1_000;

    private final GitContent git;
    private final SourceRows sources;
    private final TargetRows targets;
    private final WantedFiles files;
    private final Ingestion ingestion;
    private final DocumentationScan documentation;
    private final IncludedFiles includes;
    private final Origins origins;
    private final FileAddresses addresses;
    private final CatalogProperties properties;
    private final Clock clock;

    RepositoryScan(
            GitContent git,
            SourceRows sources,
            TargetRows targets,
            WantedFiles files,
            Ingestion ingestion,
            DocumentationScan documentation,
            IncludedFiles includes,
            Origins origins,
            FileAddresses addresses,
            CatalogProperties properties,
            Clock clock) {
        this.git = git;
        this.sources = sources;
        this.targets = targets;
        this.files = files;
        this.ingestion = ingestion;
        this.documentation = documentation;
        this.includes = includes;
        this.origins = origins;
        this.addresses = addresses;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Brings the catalog to a commit of the repository's default branch.
     *
     * @param from the commit that was read last; null looks at every file
     * @return what changed
     */
    Ingestion.Result scan(HostedRepository repository, @Nullable CommitId from, CommitId to) {
        Snapshot snapshot = git.snapshot(repository.ref(), to);
        Map<String, Source> known = sources.of(repository.ref().toString());
        List<String> changed = from == null ? List.of() : git.changedPaths(repository.ref(), from, to);
        Map<String, String> found = from == null || changed.stream().anyMatch(SearchedPaths::isTemplate)
                ? files.all(repository, snapshot)
                : files.after(repository, snapshot, changed, known);
        UnaryOperator<String> origin = origins.in(repository, snapshot);
        List<SourceFile> toRead = new ArrayList<>();
        List<Integer> led = new ArrayList<>();
        found.forEach((path, content) -> {
            Source source = known.get(path);
            SourceFile file = file(repository, snapshot, path, content, origin);
            boolean moved = false;
            if (from == null && source != null && !Objects.equals(source.origin(), file.foreignOrigin())) {
                moved = true;
                led.add(source.id());
            }
            if (moved || isNew(source, content, from == null ? null : changed)) {
                toRead.add(file);
            }
        });
        sources.due(targets.repositoriesNamedBy(led));
        sources.found(known.values().stream()
                .filter(source -> source.missingSince() != null && found.containsKey(source.path()))
                .map(Source::id)
                .toList());
        Ingestion.Result result = ingestion
                .take(repository.ref().toString(), toRead)
                .andRemoved(remove(known.values().stream()
                        .filter(source -> !found.containsKey(source.path()))
                        .toList()));
        document(snapshot, from == null || changed.stream().anyMatch(DocumentationScan::isDocument), result);
        return result;
    }

    private void document(Snapshot snapshot, boolean all, Ingestion.Result result) {
        if (all || result.written().size() > MANY) {
            documentation.scan(snapshot);
        } else if (!result.written().isEmpty()) {
            documentation.scan(snapshot, result.written());
        }
    }

    /**
     * Whether it says something else than was read, itself or by a file that it includes.
     *
     * @param changed null when nobody knows which files changed
     */
    private static boolean isNew(@Nullable Source source, String content, @Nullable List<String> changed) {
        return source == null
                || !content.equals(source.content())
                || source.includes().stream()
                        .anyMatch(include -> changed == null
                                || changed.stream()
                                        .map(path -> SourceRows.included(source.repository(), path))
                                        .anyMatch(include::equals));
    }

    /** Removes all that a repository brought that is no more. */
    Ingestion.Result forget(String repository) {
        return Ingestion.Result.NOTHING.andRemoved(
                remove(List.copyOf(sources.of(repository).values())));
    }

    private Set<EntityRef> remove(List<Source> gone) {
        if (gone.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        List<Source> due = gone.stream()
                .filter(source -> !now.isBefore(
                        Optional.ofNullable(source.missingSince()).orElse(now).plus(properties.removalGrace())))
                .toList();
        ingestion.keep(gone.stream().filter(source -> !due.contains(source)).toList());
        return due.isEmpty() ? Set.of() : ingestion.remove(due);
    }

    private SourceFile file(
            HostedRepository repository, Snapshot snapshot, String path, String content, UnaryOperator<String> origin) {
        return new SourceFile(
                repository.ref().toString(),
                path,
                content,
                addresses.of(repository, path),
                origin.apply(path),
                () -> new InputStreamReader(snapshot.open(path), StandardCharsets.UTF_8),
                includes.of(repository.ref(), snapshot, path),
                target -> addresses.resolve(repository.ref(), path, target));
    }
}
