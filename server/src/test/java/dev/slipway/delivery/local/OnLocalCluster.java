package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.kustomize.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a local cluster of its own. */
abstract class OnLocalCluster {

    static final Predicate<ApplicationState> HEALTHY = state -> state.health() == Health.HEALTHY
            && state.sync() == SyncStatus.SYNCED
            && state.pods().stream().noneMatch(LivePod::terminating);
    static final Predicate<ApplicationState> DEGRADED = state -> state.health() == Health.DEGRADED;

    @TempDir
    static Path shared;

    private static TestImages images;

    @TempDir
    Path data;

    TestCluster cluster;

    @BeforeAll
    static void compile() throws IOException {
        images = new TestImages(shared.resolve("images"));
    }

    @BeforeEach
    void start() {
        cluster = new TestCluster(data, images);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    /** Starts it again without isolation, as on a machine that allows no namespaces. */
    void withoutIsolation() {
        cluster.close();
        cluster = new TestCluster(data, images, "none");
    }

    static Resource shop(String version) {
        return deployment(TestImages.reference(1), 1, Map.of("VERSION", version));
    }

    static LiveResource object(ApplicationState state, String kind) {
        return state.resources().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
