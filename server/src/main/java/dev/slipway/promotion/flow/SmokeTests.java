package dev.slipway.promotion.flow;

import dev.slipway.delivery.LiveStateChanged;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.gates.LiveReleases;
import dev.slipway.promotion.gates.Liveness;
import dev.slipway.promotion.store.VerificationStore;
import dev.slipway.promotion.store.VerificationStore.Verification;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.traffic.Gateway;
import dev.slipway.traffic.ProbeResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks every Release that is live in a verified environment for its smoke path once, and again while it does not answer well. */
@Component
class SmokeTests implements Reconciliation {

    private static final String NAME = "promotion-smoke-tests";

    private static final String PATH_ANNOTATION = "/metadata/annotations/slipway.dev~1smoke-path";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final Platforms platforms;
    private final ServiceNames services;
    private final DesiredState desired;
    private final LiveReleases releases;
    private final VerificationStore verifications;
    private final Gateway gateway;
    private final GitContent git;
    private final Wakeups wakeups;
    private final Clock clock;

    SmokeTests(
            Platforms platforms,
            ServiceNames services,
            DesiredState desired,
            LiveReleases releases,
            VerificationStore verifications,
            Gateway gateway,
            GitContent git,
            Wakeups wakeups,
            Clock clock) {
        this.platforms = platforms;
        this.services = services;
        this.desired = desired;
        this.releases = releases;
        this.verifications = verifications;
        this.gateway = gateway;
        this.git = git;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @EventListener
    void on(LiveStateChanged event) {
        wakeups.wake(NAME);
    }

    @Override
    public void reconcile() {
        platforms.find().ifPresent(definition -> definition.environments().forEach(this::run));
    }

    private void run(Environment environment) {
        if (environment.verification().smokePath() != null) {
            services.services().forEach(service -> run(service, environment));
        }
    }

    private void run(RegisteredService service, Environment environment) {
        desired.find(service.name(), environment.name())
                .flatMap(DesiredApplication::currentRelease)
                .filter(release -> due(verifications.find(service.name(), environment.name(), release.id())))
                .filter(release -> releases.of(service.name(), environment.name(), release) instanceof Liveness.Live)
                .ifPresent(release -> test(service, environment, release));
    }

    private boolean due(Optional<Verification> last) {
        return last.isEmpty()
                || (!last.get().passed()
                        && last.get().at().isBefore(clock.instant().minus(BETWEEN_ATTEMPTS)));
    }

    private void test(RegisteredService service, Environment environment, Release release) {
        String host = environment.host(service.team(), service.name());
        String path = path(
                release,
                java.util.Objects.requireNonNull(environment.verification().smokePath()));
        ProbeResult result = gateway.get(host, path, TIMEOUT);
        boolean passed = result instanceof ProbeResult.Answered answer && answer.status() / 100 == 2;
        verifications.add(
                service.name(),
                environment.name(),
                release.id(),
                passed,
                "GET " + path + " on " + host + ": " + words(result),
                clock.instant());
        wakeups.wake(PromotionReconciliation.NAME);
    }

    private static String words(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Answered answer ->
                "status " + answer.status() + " in " + answer.latency().toMillis() + " ms";
            case ProbeResult.Failed failed -> failed.reason();
        };
    }

    /** The service's own word in its catalog-info.yaml, at the Release's commit. */
    private String path(Release release, String standard) {
        try {
            return git.snapshot(release.repository(), release.commit())
                    .text("catalog-info.yaml")
                    .map(text -> YamlReader.core().documents("catalog-info.yaml", text))
                    .flatMap(documents -> documents.stream()
                            .flatMap(document -> document.at(PATH_ANNOTATION).stream())
                            .findFirst())
                    .flatMap(YamlValue::asText)
                    .filter(path -> path.startsWith("/"))
                    .orElse(standard);
        } catch (YamlException _) {
            return standard;
        }
    }
}
