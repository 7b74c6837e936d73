package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.inPod;
import static dev.slipway.delivery.local.TestManifests.resource;
import static dev.slipway.delivery.local.TestManifests.service;
import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.LogLine;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs in a pod before its containers. */
class InitContainerIT extends OnLocalCluster {

    @Test
    void runOneAfterTheOtherBeforeTheContainer() {
        cluster.commit(with(init("first", "echo one"), init("second", "echo two")), service());

        ApplicationState state = cluster.await("healthy", HEALTHY);

        List<LogLine> log = cluster.engine().logs("shop", null, 50);
        assertThat(log).extracting(LogLine::text).containsSequence("one", "two", "starting ok");
        assertThat(log).extracting(LogLine::container).containsSequence("first", "second", "app");
        assertThat(state.pods().getFirst().restarts()).isZero();
    }

    @Test
    void isTriedAgainUntilItSucceeds() {
        String once = "test -e $TMPDIR/tried && exit 0; touch $TMPDIR/tried; exit 3";
        withoutIsolation();
        cluster.commit(with(init("migrate", once)), service());

        ApplicationState state = cluster.await("healthy", HEALTHY);

        assertThat(state.pods().getFirst().restarts()).isEqualTo(1);
    }

    @Test
    void saysWhichOneFailsAgainAndAgain() {
        cluster.commit(with(init("wait", "true"), init("migrate", "echo no such table; exit 3")));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage())
                .contains("init container \"migrate\" (2 of 2): CrashLoopBackOff", "exited with 3", "no such table");
        assertThat(cluster.engine().logs("shop", null, 50))
                .extracting(LogLine::text)
                .doesNotContain("starting ok");
    }

    @Test
    void doesNotRunAgainAfterACrashOfSlipway() {
        cluster.commit(with(init("migrate", "echo migrated")), service());
        cluster.await("healthy", HEALTHY);

        cluster.crashAndStartAgain();
        cluster.await("healthy", HEALTHY);

        assertThat(cluster.engine().logs("shop", null, 50))
                .extracting(LogLine::text)
                .containsOnlyOnce("migrated");
    }

    @Test
    void goesOnRunningBesideTheContainerAsASidecar() {
        cluster.commit(with(init("agent", "echo agent; exec sleep 1000", ", 'restartPolicy': 'Always'")), service());

        cluster.await("healthy", HEALTHY);

        assertThat(cluster.rows()
                        .sql("select count(*) from delivery_processes where exit_code is null and pid is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        cluster.commit(simple("ConfigMap", "settings", ""));
        cluster.await("ended", state -> HEALTHY.test(state) && state.pods().isEmpty());
    }

    @Test
    void endsTheSidecarOfAJobThatIsDone() {
        cluster.commit(job("0", init("agent", "exec sleep 1000", ", 'restartPolicy': 'Always'")));

        cluster.await("succeeded", HEALTHY);

        awaitNoProcess();
    }

    @Test
    void failsTheJobWhoseInitContainerFails() {
        cluster.commit(job("0", init("migrate", "exit 4")));

        assertThat(cluster.await("failed", DEGRADED).healthMessage()).contains("The Job failed after 1 tries");
        assertThat(cluster.engine().logs("shop", null, 50))
                .extracting(LogLine::text)
                .doesNotContain("job done");
    }

    @Test
    void countsForTheQuotaAsMuchAsTheLargest() {
        Resource quota = simple("ResourceQuota", "limits", ", 'spec': {'hard': {'requests.memory': '100Mi'}}");
        String large = ", 'resources': {'requests': {'memory': '101Mi'}}";
        cluster.commit(quota, with(init("migrate", "true", large)));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage()).contains("requests.memory is limited to 100Mi");
    }

    @Test
    void refusesARestartPolicyThatKubernetesDoesNotKnow() {
        cluster.commit(with(init("migrate", "true", ", 'restartPolicy': 'Sometimes'")));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("init container \"migrate\": expected no restartPolicy, or Always");
    }

    private void awaitNoProcess() {
        cluster.await(
                "no process",
                state -> cluster
                        .rows()
                        .sql("select pid from delivery_processes where pid is not null")
                        .query(Long.class)
                        .list()
                        .stream()
                        .noneMatch(pid -> ProcessHandle.of(pid)
                                .filter(ProcessHandle::isAlive)
                                .isPresent()));
    }

    private static Resource with(String... inits) {
        return inPod(
                deployment(TestImages.reference(1), 1, Map.of()),
                "'initContainers': [" + String.join(", ", inits) + "]");
    }

    private static Resource job(String code, String init) {
        return resource("""
                {'apiVersion': 'batch/v1', 'kind': 'Job', 'metadata': {'name': 'report'},
                 'spec': {'backoffLimit': 0, 'template': {'spec': {'restartPolicy': 'Never', 'initContainers': [%s], 'containers': [
                  {'name': 'job', 'image': '%s', 'env': [{'name': 'MODE', 'value': 'job'}, {'name': 'CODE', 'value': '%s'}]}]}}}}
                """.formatted(init, TestImages.reference(1), code));
    }

    private static String init(String name, String script) {
        return init(name, script, "");
    }

    private static String init(String name, String script, String more) {
        return "{'name': '" + name + "', 'image': '" + TestImages.reference(1) + "', 'command': ['sh', '-c', '" + script
                + "'] " + more + "}";
    }
}
