package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildFinished;
import dev.slipway.builds.Provenance;
import dev.slipway.builds.store.QueueRows;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.ui.LiveUpdates;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes the state of local builds and tells those who wait for it. */
@Component
public class BuildStates {

    private final QueueRows rows;
    private final ApplicationEventPublisher events;
    private final LiveUpdates live;
    private final Wakeups wakeups;
    private final Clock clock;

    public BuildStates(
            QueueRows rows, ApplicationEventPublisher events, LiveUpdates live, Wakeups wakeups, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.live = live;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** Whether it is the caller's to run. */
    boolean start(Build build) {
        boolean started = rows.start(build.id(), clock.instant());
        tell(build);
        return started;
    }

    void succeed(Build build, Map<String, ImageDigest> images, Provenance provenance) {
        finished(build, rows.succeed(build.id(), images, provenance, clock.instant()));
    }

    void fail(Build build, String failure) {
        finished(build, rows.fail(build.id(), failure, clock.instant()));
    }

    void cancel(Build build, String reason) {
        finished(build, rows.cancel(build.id(), reason, clock.instant()));
    }

    boolean retry(Build build) {
        boolean again = rows.retry(build.id(), clock.instant());
        tell(build);
        return again;
    }

    void requeue(Build build) {
        rows.requeue(build.id());
        tell(build);
    }

    private void finished(Build build, boolean changed) {
        if (changed) {
            events.publishEvent(new BuildFinished(build.id()));
            tell(build);
        }
    }

    private void tell(Build build) {
        live.changed("build/" + build.id());
        live.changed("builds/" + build.repository());
        wakeups.wake(StatusReports.NAME);
    }
}
