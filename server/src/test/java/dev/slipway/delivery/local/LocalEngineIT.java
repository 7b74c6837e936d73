package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.DeliveryEngineContract;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The local cluster keeps to the contract. */
class LocalEngineIT extends DeliveryEngineContract {

    @TempDir
    Path directory;

    private TestCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = new TestCluster(directory.resolve("data"), new TestImages(directory.resolve("images")));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Override
    protected DeliveryEngine engine() {
        return cluster.engine();
    }

    @Override
    protected String declareGood(boolean automated) {
        cluster.commit(
                application -> TestCluster.automated(application, automated),
                deployment(TestImages.reference(1), 1, Map.of()));
        return "shop";
    }

    @Override
    protected void declareCrashing() {
        cluster.commit(deployment(TestImages.reference(2), 1, Map.of("MODE", "crash")));
    }

    @Override
    protected CommitId newestCommit() {
        return cluster.newestCommit();
    }

    @Override
    protected ApplicationState await(String application, Predicate<ApplicationState> condition) {
        return cluster.await("as expected", condition);
    }
}
