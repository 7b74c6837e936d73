package dev.slipway.catalog.discovery;

import dev.slipway.audit.Audit;
import dev.slipway.catalog.CatalogChanged;
import dev.slipway.catalog.ingest.Ingestion;
import dev.slipway.catalog.store.SourceRows;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.RefCursors;
import dev.slipway.git.RefMovement;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.RepositoryDeleted;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.ui.LiveUpdates;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads what pushes touched, by cursor; then what that makes worth reading elsewhere. */
@Component
public class CatalogDiscovery implements Reconciliation {

    public static final String NAME = "catalog-discovery";

    private static final String CONSUMER = "catalog";
    private static final int MOST_ROUNDS = 10;

    private final RefCursors cursors;
    private final GitHost host;
    private final GitContent git;
    private final RepositoryScan scan;
    private final Ingestion ingestion;
    private final Includers includers;
    private final SourceRows sources;
    private final Attempts attempts;
    private final Audit audit;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;

    CatalogDiscovery(
            RefCursors cursors,
            GitHost host,
            GitContent git,
            RepositoryScan scan,
            Ingestion ingestion,
            Includers includers,
            SourceRows sources,
            Attempts attempts,
            Audit audit,
            LiveUpdates live,
            ApplicationEventPublisher events,
            Wakeups wakeups) {
        this.cursors = cursors;
        this.host = host;
        this.git = git;
        this.scan = scan;
        this.ingestion = ingestion;
        this.includers = includers;
        this.sources = sources;
        this.attempts = attempts;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.wakeups = wakeups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @EventListener
    void on(RefsChanged event) {
        wakeups.wake(NAME);
    }

    @EventListener
    void on(RepositoryDeleted event) {
        includers.all(event.repository());
        sources.due(List.of(event.repository().toString()));
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        host.repositories().forEach(this::follow);
        lookAround();
    }

    private void follow(HostedRepository repository) {
        RepositoryRef ref = repository.ref();
        attempts.at(
                ref,
                () -> cursors.movements(CONSUMER, ref).forEach(movement -> {
                    attempts.at(ref, () -> take(repository, movement));
                    cursors.advance(CONSUMER, movement);
                }));
    }

    private void take(HostedRepository repository, RefMovement movement) {
        RepositoryRef ref = repository.ref();
        CommitId to = movement.to();
        if (!movement.ref().equals(repository.defaultRef()) || to == null) {
            return;
        }
        CommitId from = movement.from();
        if (from == null || git.commit(ref, from).isEmpty()) {
            tellThoseThatNameIt(ref);
            tell(ref, scan.scan(repository, null, to));
        } else {
            includers.changed(ref, from, to);
            tell(ref, scan.scan(repository, from, to));
        }
    }

    /** Nobody knows what changed in it. */
    private void tellThoseThatNameIt(RepositoryRef repository) {
        includers.all(repository);
        sources.rereadNaming(repository.toString());
    }

    /** One repository's change can make files of others count: until nothing more does. */
    private void lookAround() {
        ingestion
                .removeGone()
                .forEach((name, gone) -> tell(RepositoryRef.parse(name), Ingestion.Result.NOTHING.andRemoved(gone)));
        sources.missing().forEach(this::lookAtAll);
        Set<String> unread = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<SourceRows.Due> due = sources.due().stream()
                    .filter(each -> !unread.contains(each.repository()))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            for (SourceRows.Due each : due) {
                if (lookAtAll(each.repository())) {
                    sources.settled(each);
                } else {
                    unread.add(each.repository());
                }
            }
        }
    }

    /** Whether it could be read, or is no more. */
    private boolean lookAtAll(String name) {
        RepositoryRef ref = RepositoryRef.parse(name);
        return attempts.atAll(ref, () -> {
            if (attempts.failedBefore(ref)) {
                tellThoseThatNameIt(ref);
            }
            HostedRepository repository = host.repository(ref).orElse(null);
            CommitId head = repository == null ? null : git.refs(ref).get(repository.defaultRef());
            tell(ref, repository == null || head == null ? scan.forget(name) : scan.scan(repository, null, head));
        });
    }

    private void tell(RepositoryRef repository, Ingestion.Result result) {
        if (!result.renamed().isEmpty()) {
            audit.record(
                    Actor.system("catalog"), "catalog.entities-renamed", "repository:" + repository, result.renaming());
        }
        if (!result.removed().isEmpty()) {
            audit.record(
                    Actor.system("catalog"), "catalog.entities-removed", "repository:" + repository, result.removal());
        }
        if (result.changed()) {
            live.changed("catalog/" + repository);
            events.publishEvent(new CatalogChanged());
        }
    }
}
