package dev.slipway.previews;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LogLine;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Release;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs at once what was read from Git. */
final class ObedientEngine implements DeliveryEngine {

    private final DesiredState desired;
    private final Clock clock;
    Health health = Health.HEALTHY;
    int asked;

    ObedientEngine(DesiredState desired, Clock clock) {
        this.desired = desired;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "obedient";
    }

    @Override
    public String isolation() {
        return "none";
    }

    @Override
    public List<ApplicationState> states() {
        return List.of();
    }

    @Override
    public Optional<ApplicationState> state(String name) {
        asked++;
        return desired.current().flatMap(now -> now.application(name)).map(this::running);
    }

    private ApplicationState running(DesiredApplication application) {
        Instant now = clock.instant();
        List<LivePod> pods = application
                .currentRelease()
                .map(Release::images)
                .map(images -> List.of(new LivePod(application.name() + "-1", images, true, false, 0, now, "")))
                .orElse(List.of());
        return new ApplicationState(
                application.name(),
                SyncStatus.SYNCED,
                desired.current().orElseThrow().commit(),
                application.fingerprint(),
                health,
                health == Health.HEALTHY ? "" : "exit code 3",
                health == Health.HEALTHY ? now : null,
                OperationPhase.SUCCEEDED,
                "",
                now,
                pods,
                List.of(),
                now);
    }

    @Override
    public void refresh(String application, Actor actor) {}

    @Override
    public void sync(String application, Actor actor) {}

    @Override
    public void restart(String application, Actor actor) {}

    @Override
    public List<LogLine> logs(String application, @Nullable String pod, int lines) {
        return List.of(new LogLine(clock.instant(), "pod", "app", "it ends here"));
    }
}
