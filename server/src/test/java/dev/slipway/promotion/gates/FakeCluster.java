package dev.slipway.promotion.gates;

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
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.kustomize.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One application in staging: what Git says of it, and what the cluster reports; each part can be set. */
final class FakeCluster implements DeliveryEngine, DesiredState {

    static final ServiceName SERVICE = new ServiceName("pricing-api");
    static final EnvironmentName STAGING = new EnvironmentName("staging");
    static final TeamName RED = new TeamName("red");
    static final CommitId PLATFORM_COMMIT = new CommitId("a".repeat(40));

    private static final String APPLICATION = "pricing-api-staging";

    @Nullable
    Release wanted;

    SyncStatus sync = SyncStatus.SYNCED;
    String fingerprint = "same";
    Health health = Health.HEALTHY;

    @Nullable
    Instant healthySince;

    OperationPhase operation = OperationPhase.SUCCEEDED;

    @Nullable
    Instant operationFinishedAt;

    List<LivePod> pods = List.of();
    List<Resource> objects = List.of();
    Instant observedAt = Instant.EPOCH;
    boolean reports = true;

    static Release release(char digit) {
        return new Release(
                new RepositoryRef("acme", "pricing-api"),
                new CommitId(String.valueOf(digit).repeat(40)),
                Map.of("registry.localhost/acme/pricing-api", digest(digit)));
    }

    static ImageDigest digest(char digit) {
        return new ImageDigest("sha256:" + String.valueOf(digit).repeat(64));
    }

    static LivePod pod(char digit, boolean terminating) {
        return new LivePod(
                "pod-" + digit,
                Map.of("registry.localhost/acme/pricing-api", digest(digit)),
                true,
                terminating,
                0,
                Instant.EPOCH,
                "");
    }

    /** Everything as it should be since then. */
    FakeCluster running(char digit, Instant since, Instant observed) {
        wanted = release(digit);
        healthySince = since;
        operationFinishedAt = since;
        observedAt = observed;
        pods = List.of(pod(digit, false));
        return this;
    }

    @Override
    public Optional<Desired> current() {
        DesiredApplication application = new DesiredApplication(
                APPLICATION,
                "applications/pricing-api/staging.yaml",
                "red-staging",
                SERVICE,
                RED,
                STAGING,
                new ClusterName("shared-dev"),
                "red-staging",
                new RepositoryRef("acme", "pricing-api"),
                null,
                "deploy/overlays/staging",
                wanted,
                true,
                true,
                true,
                false,
                objects,
                "same",
                List.of());
        return Optional.of(new Desired(PLATFORM_COMMIT, List.of(application), List.of(), List.of()));
    }

    @Override
    public Desired at(CommitId platformCommit) {
        return current().orElseThrow();
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String isolation() {
        return "none";
    }

    @Override
    public List<ApplicationState> states() {
        return state(APPLICATION).stream().toList();
    }

    @Override
    public Optional<ApplicationState> state(String application) {
        return reports
                ? Optional.of(new ApplicationState(
                        application,
                        sync,
                        PLATFORM_COMMIT,
                        fingerprint,
                        health,
                        "",
                        healthySince,
                        operation,
                        "",
                        operationFinishedAt,
                        pods,
                        List.of(),
                        observedAt))
                : Optional.empty();
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
