package dev.slipway.promotion.gates;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.promotion.GateVerdict.Evidence;
import dev.slipway.promotion.store.Arrivals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares what Git says with what the engine sees. A sync alone proves nothing: the finished operation, the health and the
 * digests in the pods do.
 */
@Component
public class LiveReleases {

    private static final Duration STALE = Duration.ofSeconds(60);

    private final DesiredState desired;
    private final DeliveryEngine engine;
    private final Arrivals arrivals;
    private final Clock clock;

    LiveReleases(DesiredState desired, DeliveryEngine engine, Arrivals arrivals, Clock clock) {
        this.desired = desired;
        this.engine = engine;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What Git says runs in this environment; empty before the first Release. */
    public Optional<Release> in(ServiceName service, EnvironmentName environment) {
        return desired.find(service, environment).flatMap(DesiredApplication::currentRelease);
    }

    /** How this Release stands in this environment now. */
    public Liveness of(ServiceName service, EnvironmentName environment, Release release) {
        Optional<DesiredApplication> application = desired.find(service, environment);
        if (application.isEmpty()) {
            return new Liveness.Unknown(service + " has no Application in " + environment + ".", List.of());
        }
        Release wanted = application.get().release();
        if (!release.equals(wanted)) {
            String runs = wanted == null ? "nothing" : "Release " + wanted.id();
            return new Liveness.NotYet(
                    environment + " runs " + runs + ", not Release " + release.id() + ".",
                    List.of(evidence(
                            "Release in Git",
                            runs,
                            application.get().releaseFiles().getFirst(),
                            clock.instant())));
        }
        return engine.state(application.get().name())
                .map(state -> counted(judge(application.get(), release, state), service, environment, release))
                .orElseGet(() -> new Liveness.Unknown(
                        "The cluster has not reported on " + application.get().name() + ".", List.of()));
    }

    /** What was seen before this Release was written is about the one before it, which may render and run the same. */
    private Liveness counted(Liveness judged, ServiceName service, EnvironmentName environment, Release release) {
        return judged instanceof Liveness.Live live
                ? arrivals.newest(service, environment, release)
                        .filter(arrival -> live.since().isBefore(arrival.writtenAt()))
                        .map(arrival -> Objects.requireNonNullElse(
                                arrival.seenAt(), live.state().observedAt()))
                        .<Liveness>map(live::from)
                        .orElse(live)
                : judged;
    }

    private Liveness judge(DesiredApplication application, Release release, ApplicationState state) {
        List<Evidence> evidence = evidence(state);
        if (state.observedAt().isBefore(clock.instant().minus(STALE))) {
            return new Liveness.Unknown("The last reading is from " + state.observedAt() + ".", evidence);
        }
        if (state.sync() != SyncStatus.SYNCED || !application.fingerprint().equals(state.fingerprint())) {
            return state.operation() == OperationPhase.FAILED || state.operation() == OperationPhase.ERROR
                    ? new Liveness.Broken("The sync failed: " + state.operationMessage(), evidence)
                    : new Liveness.NotYet("The cluster has not synced it yet.", evidence);
        }
        if (state.operation() != OperationPhase.SUCCEEDED || state.operationFinishedAt() == null) {
            return new Liveness.NotYet("The sync has not finished.", evidence);
        }
        if (state.health() != Health.HEALTHY || state.healthySince() == null) {
            return unhealthy(state, evidence);
        }
        return digests(application, release, state, evidence);
    }

    private static Liveness unhealthy(ApplicationState state, List<Evidence> evidence) {
        String reason =
                "Health is " + state.health() + (state.healthMessage().isEmpty() ? "." : ": " + state.healthMessage());
        return switch (state.health()) {
            case DEGRADED -> new Liveness.Broken(reason, evidence);
            case UNKNOWN -> new Liveness.Unknown(reason, evidence);
            case HEALTHY, SUSPENDED, PROGRESSING, MISSING -> new Liveness.NotYet(reason, evidence);
        };
    }

    private static Liveness digests(
            DesiredApplication application, Release release, ApplicationState state, List<Evidence> evidence) {
        List<LivePod> pods =
                state.pods().stream().filter(pod -> !pod.terminating()).toList();
        Set<ImageDigest> wanted = Set.copyOf(release.images().values());
        Set<String> besides = besides(application, release);
        Set<ImageDigest> running = pods.stream()
                .flatMap(pod -> pod.images().entrySet().stream())
                .filter(image -> !besides.contains(image.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        if (running.isEmpty()) {
            return new Liveness.NotYet("No pod runs.", evidence);
        }
        if (!wanted.containsAll(running)) {
            return new Liveness.NotYet("Pods still run other images.", evidence);
        }
        Instant healthy = Objects.requireNonNull(state.healthySince());
        Instant finished = Objects.requireNonNull(state.operationFinishedAt());
        return new Liveness.Live(healthy.isAfter(finished) ? healthy : finished, state, evidence);
    }

    /** What the manifests run beside the Release, a cache for example: its build is nobody's Release. */
    private static Set<String> besides(DesiredApplication application, Release release) {
        Set<String> names = new HashSet<>(ContainerImages.names(application.objects()));
        names.removeAll(release.images().keySet());
        return names;
    }

    private List<Evidence> evidence(ApplicationState state) {
        List<Evidence> evidence = new ArrayList<>();
        String source = engine.name() + " cluster, " + state.application();
        evidence.add(evidence(
                "sync",
                state.sync() + " at "
                        + (state.revision() == null
                                ? "nothing"
                                : state.revision().brief()),
                source,
                state.observedAt()));
        evidence.add(evidence(
                "health",
                state.health()
                        + (state.healthySince() == null
                                ? ""
                                : " since " + state.healthySince().truncatedTo(ChronoUnit.SECONDS)),
                source,
                state.observedAt()));
        state.pods().stream()
                .filter(pod -> !pod.terminating())
                .forEach(pod -> evidence.add(evidence(
                        "pod " + pod.name(),
                        (pod.ready() ? "ready, " : "not ready, ")
                                + pod.images().values().stream()
                                        .map(ImageDigest::brief)
                                        .collect(Collectors.joining(", ")),
                        source,
                        state.observedAt())));
        return evidence;
    }

    private static Evidence evidence(String what, String value, String source, Instant at) {
        return new Evidence(what, value, source, at);
    }
}
