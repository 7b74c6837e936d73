package dev.slipway.promotion;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.BuildStatus;
import dev.slipway.builds.Builds;
import dev.slipway.builds.Images;
import dev.slipway.builds.Provenance;
import dev.slipway.builds.StoredImage;
import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.delivery.LogLine;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.DepartingServices;
import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** A clock that stands still until it is moved, builds that are only recorded, and a cluster that runs at once what Git says. */
@TestConfiguration(proxyBeanMethods = false)
class ObedientCluster {

    @Bean
    @Primary
    StandingClock testClock(ApplicationEventPublisher events) {
        return new StandingClock(events);
    }

    @Bean
    RecordedBuilds testBuilds(GitContent git, StandingClock clock) {
        return new RecordedBuilds(git, clock);
    }

    @Bean
    ImageStore testImages() {
        return new ImageStore();
    }

    @Bean
    Engine testEngine(DesiredState desired, StandingClock clock, ApplicationEventPublisher events) {
        return new Engine(desired, clock, events);
    }

    @Bean
    Gateway testGateway() {
        return (host, path, timeout) -> new ProbeResult.Answered(200, "ok", Duration.ofMillis(1));
    }

    @Bean
    Departing testDeparting() {
        return new Departing();
    }

    @Bean
    Told testTold(Promotions promotions) {
        return new Told(promotions);
    }

    /** What open pages were told to look at: how many gates a promotion had then. */
    static final class Told {
        private final Promotions promotions;
        private final Map<PromotionId, Set<Integer>> gates = new ConcurrentHashMap<>();

        Told(Promotions promotions) {
            this.promotions = promotions;
        }

        @EventListener
        void on(PromotionChanged event) {
            promotions
                    .find(event.id())
                    .ifPresent(promotion -> gates.computeIfAbsent(event.id(), _ -> ConcurrentHashMap.newKeySet())
                            .add(promotion.gates().size()));
        }

        Set<Integer> gates(PromotionId id) {
            return gates.getOrDefault(id, Set.of());
        }
    }

    /** Services whose deletion is under way. */
    static final class Departing implements DepartingServices {
        final Set<ServiceName> services = ConcurrentHashMap.newKeySet();

        @Override
        public boolean isDeparting(ServiceName service) {
            return services.contains(service);
        }
    }

    /** Who waits for a moment looks again when the clock has moved, and not at the next of the intervals in which a real one moves. */
    static final class StandingClock extends Clock {
        private final ApplicationEventPublisher events;
        private volatile Instant now = Instant.now();

        StandingClock(ApplicationEventPublisher events) {
            this.events = events;
        }

        void advance(Duration by) {
            now = now.plus(by);
            events.publishEvent(new LiveStateChanged(Set.of()));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** All images but those that were removed. */
    static final class ImageStore implements Images {
        final Set<ImageDigest> removed = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<StoredImage> find(String imageName, ImageDigest digest) {
            return Optional.empty();
        }

        @Override
        public Map<String, ImageDigest> use(Map<String, ImageDigest> images) {
            return images.entrySet().stream()
                    .filter(image -> removed.contains(image.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Successful builds, in the order of their commits. */
    static final class RecordedBuilds implements Builds {
        private final GitContent git;
        private final Clock clock;
        private final List<Build> builds = new CopyOnWriteArrayList<>();

        RecordedBuilds(GitContent git, Clock clock) {
            this.git = git;
            this.clock = clock;
        }

        @Override
        public Build record(
                RepositoryRef repository,
                CommitId commit,
                Map<String, ImageDigest> images,
                Provenance provenance,
                Actor actor) {
            Build build = new Build(
                    new BuildId(builds.size() + 1L),
                    repository,
                    commit,
                    "main",
                    BuildStatus.SUCCEEDED,
                    images,
                    provenance,
                    null,
                    clock.instant(),
                    clock.instant(),
                    clock.instant());
            builds.add(build);
            return build;
        }

        @Override
        public Optional<Build> find(BuildId id) {
            return builds.stream().filter(build -> build.id().equals(id)).findFirst();
        }

        @Override
        public List<Build> of(RepositoryRef repository, int limit) {
            return candidates(repository, limit);
        }

        @Override
        public Optional<Build> newest(RepositoryRef repository, CommitId commit) {
            return successful(repository, commit);
        }

        @Override
        public List<String> lastLines(BuildId id, int count) {
            return List.of();
        }

        @Override
        public Optional<Build> successful(RepositoryRef repository, CommitId commit) {
            return builds.stream()
                    .filter(build -> build.commit().equals(commit))
                    .findFirst();
        }

        @Override
        public List<Build> candidates(RepositoryRef repository, int limit) {
            Comparator<Build> newestFirst = (one, other) -> one.commit().equals(other.commit())
                    ? 0
                    : git.isAncestor(repository, one.commit(), other.commit()) ? 1 : -1;
            return builds.stream()
                    .filter(build -> build.repository().equals(repository))
                    .sorted(newestFirst)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<String> log(BuildId id, int fromLine, int limit) {
            return List.of();
        }
    }

    /** Each application is healthy since the moment in which its present fingerprint was first seen, unless it is silenced. */
    static final class Engine implements DeliveryEngine {
        private final DesiredState desired;
        private final Clock clock;
        private final ApplicationEventPublisher events;
        private final Map<String, Instant> since = new ConcurrentHashMap<>();
        volatile boolean silent;

        Engine(DesiredState desired, Clock clock, ApplicationEventPublisher events) {
            this.desired = desired;
            this.clock = clock;
            this.events = events;
        }

        @EventListener
        void on(DesiredStateChanged event) {
            events.publishEvent(new LiveStateChanged(Set.of()));
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
            return desired.current().orElseThrow().applications().stream()
                    .flatMap(application -> state(application.name()).stream())
                    .toList();
        }

        @Override
        public Optional<ApplicationState> state(String name) {
            return silent
                    ? Optional.empty()
                    : desired.current()
                            .flatMap(now -> now.application(name))
                            .filter(application -> application.release() != null)
                            .map(this::running);
        }

        private ApplicationState running(DesiredApplication application) {
            Release release = application.currentRelease().orElseThrow();
            Instant start = since.computeIfAbsent(application.name() + application.fingerprint(), _ -> clock.instant());
            LivePod pod = new LivePod(application.name() + "-1", release.images(), true, false, 0, start, "");
            return new ApplicationState(
                    application.name(),
                    SyncStatus.SYNCED,
                    desired.current().orElseThrow().commit(),
                    application.fingerprint(),
                    Health.HEALTHY,
                    "",
                    start,
                    OperationPhase.SUCCEEDED,
                    "",
                    start,
                    List.of(pod),
                    List.of(),
                    clock.instant());
        }

        @Override
        public void refresh(String application, Actor actor) {}

        @Override
        public void sync(String application, Actor actor) {}

        @Override
        public void restart(String application, Actor actor) {}

        @Override
        public List<LogLine> logs(String application, @Nullable String pod, int lines) {
            return List.of();
        }
    }
}
