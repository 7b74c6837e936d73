package dev.slipway.git.mirrors;

import dev.slipway.git.GitException;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.content.Repositories;
import dev.slipway.git.imports.MirrorTransfer;
import dev.slipway.kernel.InstallationSecrets;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Reconciliation;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Fetches what is due, some at a time, and drops what nobody asks for. A fetch that is killed is simply due still. */
@Component
class MirrorFetching implements Reconciliation {

    static final String NAME = "git-mirrors";

    private static final Logger LOG = LoggerFactory.getLogger(MirrorFetching.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_A_TIME = 3;
    private static final int LONGEST_DOUBLING = 10;

    private final MirrorTable table;
    private final MirrorTransfer transfer;
    private final Repositories repositories;
    private final MirrorProperties properties;
    private final InstallationSecrets secrets;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore lines = new Semaphore(AT_A_TIME);
    private final ExecutorService fetches = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mirror-", 0).factory());

    MirrorFetching(
            MirrorTable table,
            MirrorTransfer transfer,
            Repositories repositories,
            MirrorProperties properties,
            Environment settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.transfer = transfer;
        this.repositories = repositories;
        this.properties = properties;
        this.secrets = new InstallationSecrets(settings::getProperty);
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void reconcile() {
        table.unwantedFor(properties.unused()).forEach(this::drop);
        table.due().stream()
                .filter(row -> underWay.add(row.mirror().url()))
                .forEach(row -> fetches.execute(() -> fetch(row)));
    }

    private void drop(MirrorTable.Row row) {
        if (!underWay.contains(row.mirror().url())) {
            table.drop(row.mirror().url());
            repositories.delete(row.mirror().repository());
        }
    }

    private void fetch(MirrorTable.Row row) {
        String url = row.mirror().url();
        try {
            lines.acquire();
            try {
                Instant began = clock.instant();
                boolean moved = bring(row);
                table.fetched(url, properties.every(), began);
                announce(row, moved || !row.mirror().isReadable() || row.failures() > 0);
            } finally {
                lines.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (GitException e) {
            failed(row, words(e.problems().getFirst()));
        } catch (RuntimeException e) {
            LOG.warn("The mirror of {} could not be fetched.", url, e);
            failed(row, "It could not be fetched; the log says why.");
        } finally {
            underWay.remove(url);
        }
    }

    private boolean bring(MirrorTable.Row row) {
        RepositoryRef copy = row.mirror().repository();
        if (!repositories.exists(copy)) {
            repositories.create(copy);
        }
        return transfer.fetch(row.mirror().url(), copy, secret(row.secret()));
    }

    private @Nullable String secret(@Nullable String name) {
        return name == null
                ? null
                : secrets.find(name)
                        .orElseThrow(() ->
                                new GitException(ProblemCode.REFUSED, Problem.of(InstallationSecrets.missing(name))));
    }

    private static String words(Problem problem) {
        return problem.next() == null ? problem.message() : problem.message() + " " + problem.next();
    }

    private void failed(MirrorTable.Row row, String reason) {
        Duration pause = properties.every().multipliedBy(1L << Math.min(row.failures(), LONGEST_DOUBLING));
        table.failed(row.mirror().url(), reason, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        announce(row, !reason.equals(row.mirror().failure()));
    }

    private void announce(MirrorTable.Row row, boolean news) {
        if (news) {
            events.publishEvent(new RefsChanged(row.mirror().repository()));
        }
    }

    @PreDestroy
    void stop() {
        fetches.shutdownNow();
    }
}
