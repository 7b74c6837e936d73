package dev.slipway.retention.sweep;

import dev.slipway.audit.Audit;
import dev.slipway.kernel.Actor;
import dev.slipway.operations.Backups;
import dev.slipway.operations.Disposal;
import dev.slipway.retention.CleanUp;
import dev.slipway.retention.CleanUps;
import dev.slipway.retention.store.CleanUpRows;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * Carries out what was asked for, and one of its own accord when the last is long enough ago. One that was killed goes on with
 * the kinds of things that it had not finished. None runs while a backup is being taken, for that reads rows first and their
 * files later.
 */
@Service
class DueCleanUps implements CleanUps, Reconciliation {

    private static final String NAME = "retention";
    private static final Duration BETWEEN = Duration.ofHours(6);
    private static final Duration AFTER_BLOCKED = Duration.ofMinutes(30);
    /** After a start the desired state is read first. */
    private static final Duration AFTER_START = Duration.ofMinutes(2);
    /** How many clean-ups are remembered. */
    private static final int KEPT = 100;

    private final Disposals disposals;
    private final CleanUpRows rows;
    private final CleanUpMetrics metrics;
    private final Backups backups;
    private final Audit audit;
    private final Wakeups wakeups;
    private final LiveUpdates live;
    private final Clock clock;
    private final Instant begun;

    DueCleanUps(
            Disposals disposals,
            CleanUpRows rows,
            CleanUpMetrics metrics,
            Backups backups,
            Audit audit,
            Wakeups wakeups,
            LiveUpdates live,
            Clock clock) {
        this.disposals = disposals;
        this.rows = rows;
        this.metrics = metrics;
        this.backups = backups;
        this.audit = audit;
        this.wakeups = wakeups;
        this.live = live;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public List<Rule> rules() {
        return disposals.rules();
    }

    @Override
    public List<CleanUp.Result> plan() {
        return disposals.all().stream()
                .map(each -> disposals.dispose(each, Disposal.Mode.DRY_RUN))
                .toList();
    }

    @Override
    public CleanUp request(Actor actor) {
        CleanUp open = rows.request(actor.account(), clock.instant());
        audit.record(actor, "retention.requested", "installation", Map.of("clean-up", String.valueOf(open.id())));
        live.changed("retention");
        wakeups.wake(NAME);
        return open;
    }

    @Override
    public List<CleanUp> newest(int limit) {
        return rows.newest(limit);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void reconcile() {
        Optional<CleanUp> open = rows.open();
        if (open.isEmpty() && isDue()) {
            open = Optional.of(rows.request(Actor.SLIPWAY, clock.instant()));
        }
        open.ifPresent(cleanUp -> {
            boolean _ = backups.whileNoneIsTaken(() -> carryOut(cleanUp));
            live.changed("retention");
        });
    }

    private boolean isDue() {
        Instant now = clock.instant();
        Instant next = rows.newestFinished()
                .map(last -> java.util.Objects.requireNonNull(last.finishedAt())
                        .plus(last.blockers().isEmpty() ? BETWEEN : AFTER_BLOCKED))
                .orElse(begun);
        return !now.isBefore(next) && !now.isBefore(begun.plus(AFTER_START));
    }

    private void carryOut(CleanUp cleanUp) {
        rows.started(cleanUp.id(), clock.instant());
        live.changed("retention");
        List<CleanUp.Result> results = new ArrayList<>(cleanUp.results());
        for (Disposal disposal : disposals.all()) {
            if (results.stream().noneMatch(done -> done.subject().equals(disposal.subject()))) {
                CleanUp.Result result = disposals.dispose(disposal, Disposal.Mode.REMOVE);
                results.add(result);
                rows.remember(cleanUp.id(), results);
                metrics.done(result);
            }
        }
        rows.finished(cleanUp.id(), clock.instant(), KEPT);
        metrics.finished(clock.instant());
        tell(cleanUp, results);
    }

    /** Who looks for something that is gone finds it here. */
    private void tell(CleanUp cleanUp, List<CleanUp.Result> results) {
        Map<String, String> removed = new TreeMap<>();
        results.stream()
                .filter(result -> result.count() > 0)
                .forEach(result -> removed.put(result.subject(), String.valueOf(result.count())));
        if (!removed.isEmpty()) {
            audit.record(
                    new Actor.Automation("retention", cleanUp.requestedBy()),
                    "retention.cleaned-up",
                    "installation",
                    removed);
        }
    }
}
