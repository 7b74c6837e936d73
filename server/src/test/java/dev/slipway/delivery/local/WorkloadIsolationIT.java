package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.inPod;
import static dev.slipway.delivery.local.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.objects.Json;
import dev.slipway.kernel.Actor;
import dev.slipway.kustomize.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workload can see and do where the machine lets it be isolated. */
class WorkloadIsolationIT {

    private static final Predicate<ApplicationState> HEALTHY = state -> state.health() == Health.HEALTHY
            && state.pods().stream().noneMatch(LivePod::terminating)
            && !state.pods().isEmpty();
    private static final String READ_ONLY = ", 'securityContext': {'readOnlyRootFilesystem': true}";

    @TempDir
    static Path shared;

    private static TestImages images;

    @TempDir
    Path data;

    private TestCluster cluster;

    @BeforeAll
    static void compile() throws IOException {
        images = new TestImages(shared.resolve("images"));
    }

    @BeforeEach
    void start() {
        cluster = new TestCluster(data, images);
        assumeThat(cluster.engine().isolation()).isEqualTo("user-namespace");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void seesItsImageAndCannotChangeIt() throws Exception {
        run(shop(""));

        assertThat(cluster.get("/file?/app")).contains(" Server.class ");
        assertThat(cluster.get("/write?/app/Server.class")).isEqualTo("refused");
        assertThat(cluster.get("/write?/app/more")).isEqualTo("refused");
    }

    @Test
    void seesNeitherSlipwaysDataNorWhatElseLiesOnTheMachine() throws Exception {
        run(shop(""));

        assertThat(data).isNotEmptyDirectory();
        assertThat(cluster.get("/file?" + data)).isEqualTo("absent");
        assertThat(cluster.get("/file?/etc/shadow")).isEqualTo("absent");
        assertThat(cluster.get("/file?/var")).isEqualTo("absent");
        assertThat(cluster.get("/file?/tmp")).doesNotContain(data.getFileName().toString());
    }

    @Test
    void seesNoProcessesButItsOwn() throws Exception {
        run(shop(""));

        assertThat(cluster.get("/file?/proc/1/cmdline")).contains("Server");
        assertThat(cluster.get("/file?/proc"))
                .doesNotContain(" " + ProcessHandle.current().pid() + " ");
    }

    @Test
    void writesToItsVolumesOnlyWhereItsRootIsReadOnly() throws Exception {
        run(shop(READ_ONLY + ", 'volumeMounts': [{'name': 'work', 'mountPath': '/app/work'}]"));

        assertThat(cluster.get("/write?/note")).isEqualTo("refused");
        assertThat(cluster.get("/write?/tmp/note")).isEqualTo("refused");
        assertThat(cluster.get("/write?/app/work/note")).isEqualTo("written");
        assertThat(cluster.get("/file?/app")).contains(" Server.class ", " work ");
    }

    @Test
    void writesToARootOfItsOwnThatIsGoneWithTheContainer() throws Exception {
        run(shop(""));
        assertThat(cluster.get("/write?/note")).isEqualTo("written");
        String before =
                cluster.engine().state("shop").orElseThrow().pods().getFirst().name();

        cluster.engine().restart("shop", new Actor.Person("rita"));
        cluster.await(
                "replaced",
                state -> HEALTHY.test(state)
                        && state.pods().stream().noneMatch(pod -> pod.name().equals(before)));

        assertThat(cluster.get("/file?/note")).isEqualTo("absent");
    }

    @Test
    void saysWhereNothingCanBeMounted() {
        cluster.commit(shop(", 'volumeMounts': [{'name': 'work', 'mountPath': '/usr/work'}]"));

        ApplicationState state = cluster.await("degraded", each -> each.health() == Health.DEGRADED);

        assertThat(state.healthMessage()).contains("\"/usr/work\" cannot be mounted", "choose another mountPath");
    }

    @Test
    void keepsEachCharacterOfItsVariables() throws Exception {
        String value = "it's $HOME `date`\\n \\\" end";
        run(deployment(TestImages.reference(1), 1, Map.of()), value);

        assertThat(cluster.get("/")).isEqualTo(value);
    }

    @Test
    void leavesNothingBehindWhenItIsKilled() {
        run(shop(""));
        ProcessHandle held = ProcessHandle.of(cluster.rows()
                        .sql("select pid from delivery_processes")
                        .query(Long.class)
                        .single())
                .orElseThrow();
        ProcessHandle workload = held.descendants().findFirst().orElseThrow();

        held.destroyForcibly();

        workload.onExit().join();
        cluster.await(
                "restarted",
                state -> HEALTHY.test(state) && state.pods().getFirst().restarts() == 1);
    }

    @Test
    void runsWithoutIsolationWhereThereIsNone() throws Exception {
        cluster.close();
        cluster = new TestCluster(data, images, "none");
        run(shop(""));

        assertThat(cluster.engine().isolation()).isEqualTo("none");
        assertThat(cluster.engine().isolationExplained()).contains("see what it sees");
        assertThat(cluster.get("/file?" + data)).contains(" cluster ");
        assertThat(Files.exists(data.resolve("cluster/pods"))).isTrue();
    }

    private void run(Resource deployment) {
        cluster.commit(deployment, service());
        cluster.await("healthy", HEALTHY);
    }

    private void run(Resource deployment, String version) {
        String json = Json.write(deployment.content());
        String variable = Json.write(Map.of("name", "VERSION", "value", version));
        cluster.commit(
                dev.slipway.kustomize.Resource.of(Json.read(json.replace("\"env\":[]", "\"env\":[" + variable + "]"))
                        .content()),
                service());
        cluster.await("healthy", HEALTHY);
    }

    private static Resource shop(String more) {
        return inPod(
                deployment(TestImages.reference(1), 1, Map.of("VERSION", "one"), more),
                "'volumes': [{'name': 'work', 'emptyDir': {}}]");
    }
}
