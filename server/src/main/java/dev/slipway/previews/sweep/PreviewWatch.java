package dev.slipway.previews.sweep;

import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.git.GitException;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.platform.Platforms;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewChanged;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import dev.slipway.previews.store.PreviewProgress;
import dev.slipway.previews.store.PreviewRow;
import dev.slipway.previews.store.PreviewStore;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows previews from Git to their first answer, and from their end until nothing is left; tells the pull requests. */
@Component
public class PreviewWatch implements Reconciliation {

    public static final String NAME = "previews-watch";

    private static final Duration EVERYTHING = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(PreviewWatch.class);

    private final Platforms platforms;
    private final PreviewStore store;
    private final PreviewProgress progress;
    private final Standing standing;
    private final Departures departures;
    private final Announcements announcements;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;
    private final Clock clock;
    private final AtomicBoolean everything = new AtomicBoolean(true);
    private Instant lookedAtAll = Instant.EPOCH;

    PreviewWatch(
            Platforms platforms,
            PreviewStore store,
            PreviewProgress progress,
            Standing standing,
            Departures departures,
            Announcements announcements,
            ApplicationEventPublisher events,
            Wakeups wakeups,
            Clock clock) {
        this.platforms = platforms;
        this.store = store;
        this.progress = progress;
        this.standing = standing;
        this.departures = departures;
        this.announcements = announcements;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(2);
    }

    @EventListener({DesiredStateChanged.class, LiveStateChanged.class, PreviewChanged.class})
    void wake() {
        everything.set(true);
        wakeups.wake(NAME);
    }

    /** Those that stand still are looked at when something moves, and once in a while in case that nobody said so. */
    @Override
    public void reconcile() {
        if (platforms.find().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (everything.getAndSet(false) || !now.isBefore(lookedAtAll.plus(EVERYTHING))) {
            lookedAtAll = Instant.EPOCH;
            if (store.all().stream().filter(row -> !look(row)).count() == 0) {
                lookedAtAll = now;
            }
        } else {
            store.moving().forEach(this::look);
        }
    }

    /** Whether it could be; one that cannot does not keep the others waiting. */
    private boolean look(PreviewRow row) {
        try {
            if (isBeingShown(row.preview())) {
                judge(row);
            }
            store.find(row.preview().pullRequest()).ifPresent(this::tell);
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The preview of {} could not be looked at and is tried again.",
                    row.preview().pullRequest(),
                    e);
            return false;
        }
    }

    /** While an earlier commit is shown, the state is the newest commit's. */
    private static boolean isBeingShown(Preview preview) {
        boolean newest = preview.shown().filter(preview.head()::equals).isPresent();
        return newest
                && switch (preview.state()) {
                    case DEPLOYING, READY -> true;
                    case FAILED -> preview.failed() != PreviewStep.BUILD;
                    case WAITING, BUILDING, SKIPPED, ENDED, REMOVING -> false;
                };
    }

    private void judge(PreviewRow row) {
        Finding finding = standing.of(row);
        Instant answered = row.preview().answeredAt();
        boolean news = progress.found(
                row,
                finding.state(),
                finding.failed(),
                finding.message(),
                finding.log(),
                answered == null && finding.state() == PreviewState.READY ? clock.instant() : answered);
        if (news) {
            changed(row.preview());
        }
    }

    private void tell(PreviewRow row) {
        try {
            announcements.tell(row);
        } catch (GitException e) {
            if (e.code() != ProblemCode.NOT_FOUND) {
                throw e;
            }
        }
        if (row.preview().state() == PreviewState.REMOVING && departures.isGone(row.preview())) {
            announcements.farewell(row);
            store.forget(row.preview().pullRequest());
            changed(row.preview());
        }
    }

    private void changed(Preview preview) {
        events.publishEvent(
                new PreviewChanged(preview.service(), preview.pullRequest().number()));
    }
}
