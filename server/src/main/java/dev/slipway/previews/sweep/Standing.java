package dev.slipway.previews.sweep;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LogLine;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.Release;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import dev.slipway.previews.store.PreviewRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out how far a preview is, from Git to the answer of its readiness probe through the gateway. */
@Component
class Standing {

    /** A new preview's objects may come before their namespace; the engine tries again. */
    private static final Duration FIRST_TRIES = Duration.ofSeconds(30);

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final int LAST_LINES = 15;

    private final DesiredState desired;
    private final DeliveryEngine engine;
    private final ReadinessProbe probe;
    private final Clock clock;

    Standing(DesiredState desired, DeliveryEngine engine, ReadinessProbe probe, Clock clock) {
        this.desired = desired;
        this.engine = engine;
        this.probe = probe;
        this.clock = clock;
    }

    Finding of(PreviewRow row) {
        Preview preview = row.preview();
        Release release = Objects.requireNonNull(preview.release());
        Optional<DesiredApplication> application = desired.current()
                .flatMap((Desired now) -> now.application(preview.application()))
                .filter(each -> release.equals(each.release()));
        if (application.isEmpty()) {
            return Finding.notYet("It is being written to the platform repository.");
        }
        if (!application.get().problems().isEmpty()) {
            return Finding.failed(
                    PreviewStep.RENDER,
                    "Its manifests may not be applied.",
                    application.get().problems().stream().map(Object::toString).toList());
        }
        return engine.state(preview.application())
                .map(state -> judge(row, application.get(), state))
                .orElseGet(() -> Finding.notYet("The cluster has not seen it yet."));
    }

    private Finding judge(PreviewRow row, DesiredApplication application, ApplicationState state) {
        boolean synced =
                state.sync() == SyncStatus.SYNCED && application.fingerprint().equals(state.fingerprint());
        if (!synced) {
            boolean failed = state.operation() == OperationPhase.FAILED || state.operation() == OperationPhase.ERROR;
            return failed && olderThan(row, FIRST_TRIES)
                    ? failure(row, "The sync failed: " + state.operationMessage())
                    : Finding.notYet("The cluster has not synced it yet.");
        }
        return switch (state.health()) {
            case DEGRADED -> failure(row, "It does not become healthy: " + state.healthMessage());
            case HEALTHY ->
                runs(application, state)
                        ? answer(row)
                        : Finding.notYet("Pods of an earlier commit are still being replaced.");
            case SUSPENDED, PROGRESSING, MISSING, UNKNOWN -> starting(row, state);
        };
    }

    private Finding starting(PreviewRow row, ApplicationState state) {
        if (row.preview().state() == PreviewState.READY && state.health() == Health.PROGRESSING) {
            return Finding.ready();
        }
        return olderThan(row, LONGEST_START)
                ? failure(row, "It has not become healthy for " + LONGEST_START.toMinutes() + " minutes.")
                : Finding.notYet("Its pods are starting.");
    }

    private static boolean runs(DesiredApplication application, ApplicationState state) {
        Set<ImageDigest> wanted = application
                .currentRelease()
                .map(release -> Set.copyOf(release.images().values()))
                .orElse(Set.of());
        Set<ImageDigest> running = state.pods().stream()
                .filter(pod -> !pod.terminating())
                .map(LivePod::images)
                .flatMap(images -> images.values().stream())
                .collect(Collectors.toSet());
        return !running.isEmpty() && wanted.containsAll(running);
    }

    private Finding answer(PreviewRow row) {
        if (row.preview().state() == PreviewState.READY) {
            return Finding.ready();
        }
        Optional<String> refusal = probe.refusal(row.preview());
        if (refusal.isEmpty()) {
            return Finding.ready();
        }
        return olderThan(row, FIRST_TRIES)
                ? Finding.failed(PreviewStep.PROBE, refusal.get(), lastLines(row.preview()))
                : Finding.notYet("It runs and does not answer yet.");
    }

    private Finding failure(PreviewRow row, String message) {
        return Finding.failed(PreviewStep.DEPLOY, message, lastLines(row.preview()));
    }

    private List<String> lastLines(Preview preview) {
        try {
            return engine.logs(preview.application(), null, LAST_LINES).stream()
                    .map(LogLine::text)
                    .toList();
        } catch (ProblemException _) {
            return List.of();
        }
    }

    private boolean olderThan(PreviewRow row, Duration age) {
        Instant since = row.deployedAt();
        return since != null && since.plus(age).isBefore(clock.instant());
    }
}
