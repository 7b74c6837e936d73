package dev.slipway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What every delivery engine keeps to: the local cluster, and later Argo CD. */
public abstract class DeliveryEngineContract {

    private static final Actor RITA = new Actor.Person("rita");
    private static final String NOBODYS = "nobodys";

    protected abstract DeliveryEngine engine();

    /** Commits an application with one good Deployment; its name is returned. */
    protected abstract String declareGood(boolean automated);

    /** Commits, over the good one, a Deployment whose container ends at once. */
    protected abstract void declareCrashing();

    protected abstract CommitId newestCommit();

    /** Waits until the application's state is so. */
    protected abstract ApplicationState await(String application, Predicate<ApplicationState> condition);

    @Test
    void tellsItsNameAndIsolation() {
        assertThat(engine().name()).isIn("local", "argocd");
        assertThat(engine().isolation()).isIn("none", "user-namespace", "container");
    }

    @Test
    void syncsWhatIsAutomatedAndReportsThePods() {
        String application = declareGood(true);

        ApplicationState state = await(application, each -> each.health() == Health.HEALTHY);

        assertThat(state.sync()).isEqualTo(SyncStatus.SYNCED);
        assertThat(state.operation()).isEqualTo(OperationPhase.SUCCEEDED);
        assertThat(state.operationFinishedAt()).isNotNull();
        assertThat(state.revision()).isEqualTo(newestCommit());
        assertThat(state.pods())
                .isNotEmpty()
                .allMatch(LivePod::ready)
                .allMatch(pod -> !pod.images().isEmpty());
        assertThat(engine().states()).extracting(ApplicationState::application).contains(application);
    }

    @Test
    void waitsForSomebodyWhereSyncsAreNotAutomatic() {
        String application = declareGood(false);
        await(application, each -> each.sync() == SyncStatus.OUT_OF_SYNC && each.health() == Health.MISSING);

        engine().sync(application, RITA);

        await(application, each -> each.health() == Health.HEALTHY);
    }

    @Test
    void losesHealthySinceWithHealth() {
        String application = declareGood(true);
        assertThat(await(application, each -> each.health() == Health.HEALTHY).healthySince())
                .isNotNull();

        declareCrashing();

        ApplicationState state = await(application, each -> each.health() == Health.DEGRADED);
        assertThat(state.healthySince()).isNull();
        assertThat(state.healthMessage()).isNotEmpty();
    }

    @Test
    void refusesOperationsOnWhatItDoesNotKnow() {
        assertThat(engine().state(NOBODYS)).isEmpty();
        assertThatThrownBy(() -> engine().refresh(NOBODYS, RITA)).isInstanceOf(DeliveryException.class);
        assertThatThrownBy(() -> engine().sync(NOBODYS, RITA)).isInstanceOf(DeliveryException.class);
        assertThatThrownBy(() -> engine().restart(NOBODYS, RITA)).isInstanceOf(DeliveryException.class);
        assertThatThrownBy(() -> engine().logs(NOBODYS, null, 10)).isInstanceOf(DeliveryException.class);
    }
}
