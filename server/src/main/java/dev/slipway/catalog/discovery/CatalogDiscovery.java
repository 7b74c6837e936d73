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
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.ui.LiveUpdates;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads what pushes touched, by cursor; then what that makes worth reading elsewhere. */
@Component
public class CatalogDiscovery implements Reconciliation {

    public static final String NAME = "catalog-discovery";

    private static final Logger LOG = LoggerFactory.getLogger(CatalogDiscovery.class);
    private static final String CONSUMER = "catalog";
    private static final int MOST_ROUNDS = 10;

    private final RefCursors cursors;
    private final GitHost host;
    private final GitContent git;
    private final RepositoryScan scan;
    private final Ingestion ingestion;
    private final Includers includers;
    private final SourceRows sources;
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

    @Override
    public void reconcile() {
        for (RefMovement movement : cursors.movements(CONSUMER)) {
            follow(movement);
            cursors.advance(CONSUMER, movement);
        }
        lookAround();
    }

    private void follow(RefMovement movement) {
        HostedRepository repository = host.repository(movement.repository()).orElse(null);
        CommitId to = movement.to();
        if (repository == null) {
            tell(movement.repository(), scan.forget(movement.repository().toString()));
            includers.gone(movement.repository());
        } else if (movement.ref().equals("refs/heads/" + repository.defaultBranch()) && to != null) {
            attempt(repository, () -> {
                includers.changed(repository.ref(), movement.from(), to);
                tell(repository.ref(), scan.scan(repository, movement.from(), to));
                if (movement.from() == null) {
                    sources.rereadNaming(repository.ref().toString());
                }
            });
        }
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
        HostedRepository repository = host.repository(ref).orElse(null);
        CommitId head = repository == null
                ? null
                : git.resolve(ref, "refs/heads/" + repository.defaultBranch()).orElse(null);
        if (repository == null || head == null) {
            tell(ref, scan.forget(name));
            return true;
        }
        return attempt(repository, () -> tell(ref, scan.scan(repository, null, head)));
    }

    /**
     * A repository that cannot be read now is looked at again in the next run; the others go on, whatever it is: anybody may
     * write in one what nobody thought of.
     */
    private boolean attempt(HostedRepository repository, Runnable look) {
        try {
            look.run();
            return true;
        } catch (ProblemException | UncheckedIOException e) {
            LOG.warn("The catalog cannot read {} now: {}", repository.ref(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The catalog cannot read {} now", repository.ref(), e);
        }
        sources.due(List.of(repository.ref().toString()));
        return false;
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
