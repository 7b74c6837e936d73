package dev.slipway.catalog.discovery;

import dev.slipway.audit.Audit;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.CatalogLocation;
import dev.slipway.catalog.LocationAnalysis;
import dev.slipway.catalog.Locations;
import dev.slipway.catalog.ingest.SourceFile.FilePattern;
import dev.slipway.catalog.store.LocationRows;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.documents.tree.PathPattern;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Registers locations and has discovery read them. */
@Component
class RegisteredLocations implements Locations {

    private final LocationRows rows;
    private final SourceRows sources;
    private final Catalog catalog;
    private final FileAddresses addresses;
    private final WantedFiles wanted;
    private final AddressRefusals refusals;
    private final GitContent git;
    private final EntityFiles entityFiles;
    private final IncludedFiles includes;
    private final LocationAnalyzer analyzer;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Wakeups wakeups;
    private final Clock clock;

    RegisteredLocations(
            LocationRows rows,
            SourceRows sources,
            Catalog catalog,
            FileAddresses addresses,
            WantedFiles wanted,
            AddressRefusals refusals,
            GitContent git,
            EntityFiles entityFiles,
            IncludedFiles includes,
            LocationAnalyzer analyzer,
            Audit audit,
            TransactionOperations transactions,
            Wakeups wakeups,
            Clock clock) {
        this.rows = rows;
        this.sources = sources;
        this.catalog = catalog;
        this.addresses = addresses;
        this.wanted = wanted;
        this.refusals = refusals;
        this.git = git;
        this.entityFiles = entityFiles;
        this.includes = includes;
        this.analyzer = analyzer;
        this.audit = audit;
        this.transactions = transactions;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public List<CatalogLocation> all() {
        return rows.all();
    }

    @Override
    public Optional<CatalogLocation> find(UUID id) {
        return rows.find(id);
    }

    @Override
    public Optional<CatalogLocation> of(EntityRef ref) {
        return catalog.find(ref).map(entity -> registered(entity.source()).orElseGet(() -> fileOf(entity)));
    }

    private Optional<CatalogLocation> registered(CatalogEntity.EntitySource source) {
        return rows.in(source.repository()).stream()
                .filter(named -> new PathPattern(named.pattern()).matches(source.path()))
                .map(named -> new CatalogLocation(named.id(), named.type(), named.target()))
                .findFirst();
    }

    private CatalogLocation fileOf(CatalogEntity entity) {
        String target = entity.source().repository().isEmpty()
                ? entity.source().path()
                : addresses.page(
                        RepositoryRef.parse(entity.source().repository()),
                        entity.source().path());
        return new CatalogLocation(
                UUID.nameUUIDFromBytes(("slipway-location:" + target).getBytes(StandardCharsets.UTF_8)), "url", target);
    }

    @Override
    public List<Entity> look(String target) {
        FilePattern files = files(target);
        RepositoryRef repository = RepositoryRef.parse(files.repository());
        Snapshot snapshot = git.resolve(repository, "HEAD")
                .map(head -> git.snapshot(repository, head))
                .orElseThrow(() -> invalid("\"" + repository + "\" has no commit yet."));
        PathPattern pattern = new PathPattern(files.pattern());
        Map<String, String> found = snapshot.files(pattern::matches);
        if (found.isEmpty()) {
            throw invalid("There is no file \"" + files.pattern() + "\" in " + repository + ".");
        }
        return entityFiles.read(repository, snapshot, found.keySet()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public LocationAnalysis analyze(String url, @Nullable String fileName) {
        return analyzer.analyze(url, fileName);
    }

    @Override
    public Includes includesAt(String address) {
        return includes.at(address);
    }

    @Override
    public Target target(String url) {
        FilePattern files = files(url);
        return new Target(files.repository(), files.pattern(), wanted.reads(files));
    }

    @Override
    public CatalogLocation register(UUID id, String target, Actor actor) {
        FilePattern files = files(target);
        CatalogLocation location = transactions.execute(status -> {
            sources.due(List.of(files.repository()));
            return rows.find(target).orElseGet(() -> {
                CatalogLocation added = new CatalogLocation(id, "url", target);
                rows.add(added, files.repository(), files.pattern(), actor.account(), clock.instant());
                audit.record(actor, "catalog.location-registered", "location:" + added.id(), Map.of("target", target));
                return added;
            });
        });
        wakeups.wake(CatalogDiscovery.NAME);
        return location;
    }

    @Override
    public CatalogLocation change(UUID id, String target, Actor actor) {
        CatalogLocation before = registered(id);
        FilePattern files = files(target);
        rows.find(target).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new CatalogException(
                    ProblemCode.CONFLICT,
                    Problem.at("target", "\"" + target + "\" is registered already.")
                            .next("Remove one of the two locations."));
        });
        transactions.executeWithoutResult(status -> {
            sources.due(rows.repositories(id));
            rows.change(id, target, files.repository(), files.pattern());
            sources.due(List.of(files.repository()));
            audit.record(
                    actor,
                    "catalog.location-changed",
                    "location:" + id,
                    Map.of("target", target, "before", before.target()));
        });
        wakeups.wake(CatalogDiscovery.NAME);
        return new CatalogLocation(id, before.type(), target);
    }

    private CatalogLocation registered(UUID id) {
        return rows.find(id)
                .orElseThrow(() -> new CatalogException(
                        ProblemCode.NOT_FOUND, Problem.of("There is no registered location " + id + ".")));
    }

    @Override
    public void remove(UUID id, Actor actor) {
        CatalogLocation location = registered(id);
        transactions.executeWithoutResult(status -> {
            sources.due(rows.repositories(id));
            rows.remove(id);
            audit.record(actor, "catalog.location-removed", "location:" + id, Map.of("target", location.target()));
        });
        wakeups.wake(CatalogDiscovery.NAME);
    }

    @Override
    public void refresh(EntityRef ref) {
        CatalogEntity entity = catalog.find(ref)
                .orElseThrow(() -> new CatalogException(
                        ProblemCode.NOT_FOUND, Problem.of("The catalog does not know \"" + ref + "\".")));
        sources.reread(entity.source().repository(), entity.source().path());
        wakeups.wake(CatalogDiscovery.NAME);
    }

    private FilePattern files(String target) {
        return addresses
                .resolve(target)
                .orElseThrow(() -> new CatalogException(ProblemCode.INVALID, refusals.of(target)));
    }

    private static CatalogException invalid(String message) {
        return new CatalogException(ProblemCode.INVALID, Problem.at("target", message));
    }
}
