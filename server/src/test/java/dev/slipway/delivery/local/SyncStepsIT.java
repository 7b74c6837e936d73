package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.resource;
import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.LiveResource;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.kernel.Actor;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Hooks and waves of a sync. */
class SyncStepsIT extends OnLocalCluster {

    private static final Predicate<ApplicationState> SUCCEEDED = state -> state.operation() == OperationPhase.SUCCEEDED;
    private static final Predicate<ApplicationState> FAILED = state -> state.operation() == OperationPhase.FAILED;

    @Test
    void runsHooksBeforeWithAndAfterTheSync() {
        cluster.commit(
                hook("last", "PostSync", 0), settings("1"), hook("first", "PreSync", 0), hook("middle", "Sync", 0));

        ApplicationState state = cluster.await("succeeded", SUCCEEDED);

        assertThat(state.operationMessage()).isEqualTo("successfully synced, hooks succeeded");
        assertThat(order()).containsExactly("first", "middle", "last");
    }

    @Test
    void appliesNothingWhenAPreSyncHookFails() {
        cluster.commit(settings("1"), hook("migrate", "PreSync", 4), hook("after", "PostSync", 0));

        ApplicationState state = cluster.await("failed", FAILED);

        assertThat(state.operationMessage()).contains("a hook failed: Job red-dev/migrate", "exited with 4");
        assertThat(state.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
        assertThat(state.revision()).isNull();
        assertThat(applied()).containsExactly("Job/migrate");
    }

    @Test
    void triesWhatFailedAgainOnlyWhenSomebodyAsks() {
        cluster.commit(settings("1"), hook("migrate", "PreSync", 4));
        ApplicationState before = cluster.await("failed", FAILED);
        cluster.engine().refresh("shop", new Actor.Person("rita"));
        cluster.await(
                "looked again",
                state -> state.observedAt().isAfter(before.observedAt().plusSeconds(1)));
        assertThat(cluster.engine().state("shop").orElseThrow().operationFinishedAt())
                .isEqualTo(before.operationFinishedAt());

        cluster.engine().sync("shop", new Actor.Person("rita"));

        cluster.await(
                "failed again",
                FAILED.and(state -> state.operationFinishedAt() != null
                        && !state.operationFinishedAt().equals(before.operationFinishedAt())));
    }

    @Test
    void goesOnWithTheNextCommitAfterAFailure() {
        cluster.commit(settings("1"), hook("migrate", "PreSync", 4));
        cluster.await("failed", FAILED);

        cluster.commit(settings("2"), hook("migrate", "PreSync", 0));

        cluster.await("succeeded", SUCCEEDED);
        assertThat(applied()).containsExactly("ConfigMap/settings", "Job/migrate");
    }

    @Test
    void runsSyncFailHooksAfterAFailureOnly() {
        cluster.commit(settings("1"), hook("migrate", "PreSync", 4), hook("clean-up", "SyncFail", 0));

        ApplicationState state = cluster.await("failed", FAILED);

        assertThat(state.operationMessage()).contains("a hook failed: Job red-dev/migrate");
        assertThat(order()).containsExactly("clean-up");

        cluster.commit(settings("2"), hook("migrate", "PreSync", 0), hook("clean-up", "SyncFail", 0));
        cluster.await("succeeded", SUCCEEDED);
        assertThat(applied()).doesNotContain("Job/clean-up");
    }

    @Test
    void appliesAWaveWhenTheOneBeforeIsHealthy() {
        cluster.commit(waved("second", 2, 0), settings("1"), waved("first", -1, 0));

        cluster.await("healthy", HEALTHY.and(SUCCEEDED));

        assertThat(order()).containsExactly("first", "second");
    }

    @Test
    void appliesNoLaterWaveWhenAnEarlierOneFails() {
        cluster.commit(settings("1"), waved("first", -1, 4));

        ApplicationState state = cluster.await("failed", FAILED);

        assertThat(state.operationMessage()).contains("the sync cannot go on: Job red-dev/first");
        assertThat(applied()).containsExactly("Job/first");
    }

    @Test
    void goesOnWhereItWasAfterACrash() {
        cluster.commit(settings("1"), hook("migrate", "PreSync", 0), hook("after", "PostSync", 0));
        cluster.await("running", state -> state.operation() == OperationPhase.RUNNING);

        cluster.crashAndStartAgain();

        cluster.await("succeeded", SUCCEEDED);
        assertThat(order()).containsExactly("migrate", "after");
    }

    @Test
    void leavesOutWhatIsSkippedAndWhatOnlyHelmWouldRun() {
        cluster.commit(
                settings("1"),
                hook("skipped", "Skip", 0),
                annotated("helm-test", "'helm.sh/hook': 'test'", 0),
                annotated("upgrade", "'helm.sh/hook': 'pre-install,pre-upgrade'", 0));

        ApplicationState state = cluster.await("succeeded", SUCCEEDED);

        assertThat(state.resources()).extracting(LiveResource::name).containsExactlyInAnyOrder("settings", "upgrade");
    }

    @Test
    void refusesAHookThatItDoesNotKnow() {
        cluster.commit(settings("1"), hook("goodbye", "PostDelete", 0));

        assertThat(cluster.await("failed", FAILED).operationMessage())
                .contains("Job red-dev/goodbye is a hook \"PostDelete\"; the local cluster understands PreSync");
    }

    /** The Jobs that succeeded, in the order in which they ran. */
    private List<String> order() {
        return cluster.rows()
                .sql(
                        "select owner_name from delivery_pods join delivery_processes on pod = id where exit_code = 0 order by started_at")
                .query(String.class)
                .list();
    }

    private List<String> applied() {
        return cluster.rows()
                .sql("select kind || '/' || name from delivery_objects order by 1")
                .query(String.class)
                .list();
    }

    private static Resource settings(String version) {
        return simple("ConfigMap", "settings", ", 'data': {'version': '" + version + "'}");
    }

    private static Resource hook(String name, String phase, int exitCode) {
        return annotated(name, "'argocd.argoproj.io/hook': '" + phase + "'", exitCode);
    }

    private static Resource waved(String name, int wave, int exitCode) {
        return annotated(name, "'argocd.argoproj.io/sync-wave': '" + wave + "'", exitCode);
    }

    private static Resource annotated(String name, String annotations, int exitCode) {
        return resource("""
                {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': '%s', 'annotations': {%s}},
                 'spec': {'backoffLimit': 0, 'template': {'spec': {'restartPolicy': 'Never', 'containers': [
                  {'name': 'job', 'image': '%s', 'command': ['sh', '-c', 'exit %d']}]}}}}
                """.formatted(name, annotations, TestImages.reference(1), exitCode));
    }
}
