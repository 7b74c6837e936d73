package dev.slipway.delivery.local;

import static dev.slipway.delivery.local.TestManifests.deployment;
import static dev.slipway.delivery.local.TestManifests.impatient;
import static dev.slipway.delivery.local.TestManifests.job;
import static dev.slipway.delivery.local.TestManifests.resource;
import static dev.slipway.delivery.local.TestManifests.service;
import static dev.slipway.delivery.local.TestManifests.simple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.Endpoints.Endpoint;
import dev.slipway.delivery.Health;
import dev.slipway.delivery.LivePod;
import dev.slipway.delivery.OperationPhase;
import dev.slipway.delivery.SyncStatus;
import dev.slipway.delivery.objects.Json;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.kernel.Actor;
import dev.slipway.kustomize.Resource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The local cluster as its users see it. */
class LocalClusterIT extends OnLocalCluster {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void runsAsManyReplicasAsAnAutoscalerAsksForAtLeast() {
        cluster.commit(shop("one"), service(), autoscaler(2));

        cluster.await("two pods", HEALTHY.and(state -> state.pods().size() == 2));

        cluster.commit(shop("one"), service(), autoscaler(3));

        cluster.await("three pods", HEALTHY.and(state -> state.pods().size() == 3));
    }

    private static Resource autoscaler(int least) {
        return resource("""
                {'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler', 'metadata': {'name': 'shop'},
                 'spec': {'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'shop'},
                          'minReplicas': %d, 'maxReplicas': 9}}
                """.formatted(least));
    }

    @Test
    void runsWhatGitSaysAndAnswers() throws Exception {
        cluster.commit(shop("one"), service());

        ApplicationState state = cluster.await("healthy", HEALTHY);

        assertThat(get()).isEqualTo("one");
        assertThat(state.operation()).isEqualTo(OperationPhase.SUCCEEDED);
        assertThat(state.revision()).isEqualTo(TestCluster.commitId(1));
        assertThat(state.healthySince()).isNotNull();
        assertThat(state.pods())
                .singleElement()
                .satisfies(pod ->
                        assertThat(pod.images()).containsEntry("registry.localhost/acme/shop", TestImages.digest(1)));
        assertThat(cluster.engine().logs("shop", null, 10))
                .anySatisfy(line -> assertThat(line.text()).isEqualTo("starting ok"));
    }

    @Test
    void updatesWithoutAFailedRequest() throws Exception {
        cluster.commit(deployment(TestImages.reference(1), 2, Map.of("VERSION", "one")), service());
        cluster.await("healthy", HEALTHY);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread caller = Thread.startVirtualThread(() -> callUntilInterrupted(answered, failed));

        cluster.commit(deployment(TestImages.reference(2), 2, Map.of("VERSION", "two")), service());
        cluster.await(
                "updated",
                state -> HEALTHY.test(state)
                        && state.pods().stream().allMatch(pod -> pod.images().containsValue(TestImages.digest(2))));
        caller.interrupt();
        caller.join();

        assertThat(get()).isEqualTo("two");
        assertThat(answered).hasPositiveValue();
        assertThat(failed).hasValue(0);
    }

    @Test
    void saysThatAContainerCrashesAgainAndAgain() {
        cluster.commit(deployment(TestImages.reference(1), 1, Map.of("MODE", "crash")));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage()).contains("CrashLoopBackOff", "exited with 3", "cannot go on");
    }

    @Test
    void saysThatAProbeNeverAnswers() {
        cluster.commit(impatient(deployment(TestImages.reference(1), 1, Map.of("MODE", "unready"))));

        ApplicationState state = cluster.await(
                "degraded",
                each -> each.health() == Health.DEGRADED && each.healthMessage().contains("GET /ready answered 503"));

        assertThat(state.healthMessage()).contains("No progress for 2 s");
        assertThat(state.healthySince()).isNull();
    }

    @Test
    void keepsWhatRunsWhenTheNextReleaseDoesNotStart() throws Exception {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);

        cluster.commit(deployment(TestImages.reference(2), 1, Map.of("MODE", "crash")), service());
        cluster.await("degraded", DEGRADED);

        assertThat(get()).isEqualTo("one");
    }

    @Test
    void saysWhichKeyOfASecretIsMissing() {
        String variable =
                ", {'name': 'PASSWORD', 'valueFrom': {'secretKeyRef': {'name': 'database', 'key': 'password'}}}";
        String manifest = Json.write(deployment(TestImages.reference(1), 1, Map.of("VERSION", "one"))
                        .content())
                .replace(
                        "{\"name\":\"VERSION\",\"value\":\"one\"}",
                        "{\"name\":\"VERSION\"}" + variable.replace('\'', '"'));
        cluster.commit(resource(manifest), simple("Secret", "database", ", 'stringData': {'user': 'shop'}"));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage())
                .contains("Secret \"database\" has no key \"password\", which variable PASSWORD needs");
    }

    @Test
    void saysWhichSecretIsMissing() {
        String environment = ", 'envFrom': [{'secretRef': {'name': 'database'}}]";
        cluster.commit(deployment(TestImages.reference(1), 1, Map.of(), environment));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage()).contains("CreateContainerConfigError", "Secret \"database\" does not exist");
    }

    @Test
    void startsOnceTheMissingConfigMapIsThere() {
        String environment = ", 'envFrom': [{'configMapRef': {'name': 'settings'}}]";
        Resource deployment = deployment(TestImages.reference(1), 1, Map.of(), environment);
        cluster.commit(deployment);
        cluster.await("degraded", DEGRADED);

        cluster.commit(deployment, simple("ConfigMap", "settings", ", 'data': {'VERSION': 'configured'}"));

        assertThat(cluster.await("healthy", HEALTHY).healthMessage()).isEmpty();
    }

    @Test
    void pullsFromItsOwnStoreOnly() {
        cluster.commit(deployment("docker.io/library/nginx@" + TestImages.digest(1), 1, Map.of()));

        assertThat(cluster.await("degraded", DEGRADED).healthMessage())
                .contains("cannot pull \"docker.io/library/nginx@");
    }

    @Test
    void removesWhatGitDoesNotHaveAnyMore() {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);

        cluster.commit(service());

        ApplicationState state = cluster.await(
                "pruned", each -> HEALTHY.test(each) && each.pods().isEmpty());
        assertThat(state.resources()).extracting("kind").containsExactly("Service");
    }

    @Test
    void leavesWhatGitDoesNotHaveAnyMoreWithoutPrune() {
        UnaryOperator<DesiredApplication> withoutPrune = application -> changed(application, "default", true, false);
        cluster.commit(withoutPrune, shop("one"), service());
        cluster.await("healthy", HEALTHY);

        cluster.commit(withoutPrune, service());

        ApplicationState state = cluster.await("out of sync", each -> each.sync() == SyncStatus.OUT_OF_SYNC);
        assertThat(state.pods()).hasSize(1);
    }

    @Test
    void startsNothingThatIsNotAutomatedUntilSomebodySyncs() {
        cluster.commit(application -> changed(application, "default", false, true), shop("one"));
        cluster.await("missing", state -> state.health() == Health.MISSING);

        cluster.engine().sync("shop", new Actor.Person("rita"));

        assertThat(cluster.await("healthy", HEALTHY).pods()).hasSize(1);
    }

    @Test
    void startsAPodAgainThatWasKilled() throws Exception {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);

        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();

        cluster.await(
                "restarted",
                state -> HEALTHY.test(state) && state.pods().stream().anyMatch(pod -> pod.restarts() == 1));
        assertThat(get()).isEqualTo("one");
    }

    @Test
    void adoptsWhatRunsAfterACrash() throws Exception {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);
        long pid = pid();

        cluster.crashAndStartAgain();
        ApplicationState state = cluster.await("healthy", HEALTHY);

        assertThat(pid()).isEqualTo(pid);
        assertThat(state.pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.restarts()).isZero());
        assertThat(get()).isEqualTo("one");
    }

    @Test
    void findsAProcessThatWasStartedJustBeforeTheCrash() {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);
        long pid = pid();
        cluster.crashWithout("update delivery_processes set pid = null, identity = null");

        cluster.await("healthy", HEALTHY);

        assertThat(pid()).isEqualTo(pid);
    }

    @Test
    void endsWhatNobodyKnowsAfterACrash() {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);
        ProcessHandle stray = ProcessHandle.of(pid()).orElseThrow();

        cluster.crashWithout("delete from delivery_pods");
        cluster.await("healthy", HEALTHY);

        assertThat(pid()).isNotEqualTo(stray.pid());
        stray.onExit().join();
    }

    @Test
    void endsAllWorkloadsWhenItStopsAndStartsThemAgain() throws Exception {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

        cluster.stop();

        assertThat(process.isAlive()).isFalse();
        cluster.startAgain();
        assertThat(cluster.await("healthy", HEALTHY).pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.restarts()).isZero());
        assertThat(get()).isEqualTo("one");
    }

    @Test
    void countsHealthFromTheStartOnBecauseNobodyLookedBefore() {
        cluster.commit(shop("one"));
        ApplicationState before = cluster.await("healthy", HEALTHY);

        cluster.crashAndStartAgain();

        assertThat(cluster.await("healthy", HEALTHY).healthySince()).isAfter(before.healthySince());
    }

    @Test
    void countsHealthFromWhereGitIsReadAlthoughPodsWereReadyBefore() {
        cluster.commit(shop("one"), service());
        ApplicationState before = cluster.await("healthy", HEALTHY);

        cluster.crashAndStartAgainWithoutGit();
        cluster.awaitReady("shop", 80);
        cluster.commit(shop("one"), service());

        assertThat(cluster.await("healthy", HEALTHY).healthySince()).isAfter(before.observedAt());
    }

    @Test
    void replacesEveryPodOnRestart() {
        cluster.commit(shop("one"));
        String before = cluster.await("healthy", HEALTHY).pods().getFirst().name();

        cluster.engine().restart("shop", new Actor.Person("rita"));

        cluster.await(
                "replaced",
                state -> HEALTHY.test(state)
                        && state.pods().stream().noneMatch(pod -> pod.name().equals(before)));
    }

    @Test
    void adoptsWhatWasRestartedBeforeACrash() {
        cluster.commit(shop("one"));
        String before = cluster.await("healthy", HEALTHY).pods().getFirst().name();
        cluster.engine().restart("shop", new Actor.Person("rita"));
        String after = cluster.await(
                        "replaced",
                        state -> HEALTHY.test(state)
                                && state.pods().stream()
                                        .noneMatch(pod -> pod.name().equals(before)))
                .pods()
                .getFirst()
                .name();

        cluster.crashAndStartAgain();

        assertThat(cluster.await("healthy", HEALTHY).pods())
                .extracting(LivePod::name)
                .containsExactly(after);
    }

    @Test
    void neverCallsAnUnknownKindHealthy() {
        cluster.commit(simple("Widget", "lamp", ""));

        ApplicationState state = cluster.await("synced", each -> each.sync() == SyncStatus.SYNCED);

        assertThat(state.health()).isEqualTo(Health.UNKNOWN);
        assertThat(state.healthMessage()).contains("kind Widget is not understood by the local cluster");
    }

    @Test
    void refusesWhatTheProjectDoesNotPermit() {
        cluster.projects(project("blue-dev"));
        cluster.commit(application -> changed(application, "team", true, true), shop("one"));

        ApplicationState state = cluster.await("failed", each -> each.operation() == OperationPhase.FAILED);

        assertThat(state.operationMessage())
                .contains("Deployment red-dev/shop is not permitted in the AppProject \"team\"");
        assertThat(state.pods()).isEmpty();
        assertThat(state.sync()).isEqualTo(SyncStatus.UNKNOWN);
    }

    @Test
    void refusesAnObjectOutsideOfTheNamespace() {
        cluster.projects(project("*"));
        Resource elsewhere = resource(
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'settings', 'namespace': 'red-prod'}}");
        cluster.commit(application -> changed(application, "team", true, true), shop("one"), elsewhere);

        ApplicationState state = cluster.await("failed", each -> each.operation() == OperationPhase.FAILED);

        assertThat(state.operationMessage())
                .contains("ConfigMap red-prod/settings is outside of the application's namespace \"red-dev\"");
        assertThat(state.pods()).isEmpty();
    }

    @Test
    void createsNoPodBeyondTheQuota() {
        cluster.commit(
                simple("ResourceQuota", "limits", ", 'spec': {'hard': {'pods': '1'}}"),
                deployment(TestImages.reference(1), 2, Map.of()));

        ApplicationState state = cluster.await("degraded", DEGRADED);

        assertThat(state.healthMessage()).contains("exceeded quota \"limits\": pods is limited to 1");
        assertThat(state.pods()).hasSize(1);
    }

    @Test
    void runsAHookOnceEverythingIsHealthy() {
        cluster.commit(shop("one"), job("contract-tests", 0, true));

        ApplicationState state = cluster.await("succeeded", each -> each.operation() == OperationPhase.SUCCEEDED);

        assertThat(state.resources())
                .anySatisfy(resource -> assertThat(resource.name()).isEqualTo("contract-tests"));
        assertThat(cluster.engine().logs("shop", null, 20))
                .anySatisfy(line -> assertThat(line.text()).isEqualTo("job done"));
    }

    @Test
    void failsTheSyncWhoseHookFails() {
        cluster.commit(shop("one"), job("contract-tests", 4, true));

        ApplicationState state = cluster.await("failed", each -> each.operation() == OperationPhase.FAILED);

        assertThat(state.operationMessage()).contains("a hook failed: Job red-dev/contract-tests");
        assertThat(state.health()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void endsEverythingOfAnApplicationThatIsDeleted() {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);

        cluster.commit(LocalClusterIT::deleting, shop("one"), service());

        ApplicationState state = cluster.await(
                "gone", each -> each.resources().isEmpty() && each.pods().isEmpty());
        assertThat(state.health()).isNotEqualTo(Health.HEALTHY);
    }

    @Test
    void takesAlongWhatAVanishedApplicationRanWhenItHasTheFinalizer() {
        cluster.commit(shop("one"), service());
        cluster.finalizer();
        cluster.await("healthy", HEALTHY);
        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

        cluster.vanish();

        cluster.awaitGone();
        assertThat(process.isAlive()).isFalse();
        assertThat(cluster.rows()
                        .sql("select count(*) from delivery_objects where application = 'shop'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesWhatAVanishedApplicationRanWithoutTheFinalizer() throws Exception {
        cluster.commit(shop("one"), service());
        cluster.await("healthy", HEALTHY);

        cluster.vanish();

        cluster.awaitGone();
        assertThat(get()).isEqualTo("one");
    }

    private static DesiredProject project(String namespace) {
        return new DesiredProject("team", "projects/team.yaml", resource("""
                {'apiVersion': 'argoproj.io/v1alpha1', 'kind': 'AppProject', 'metadata': {'name': 'team'},
                 'spec': {'destinations': [{'name': 'in-cluster', 'namespace': '%s'}]}}
                """.formatted(namespace)));
    }

    private static DesiredApplication changed(
            DesiredApplication from, String project, boolean automated, boolean prune) {
        return TestCluster.copy(from, project, automated, prune, false);
    }

    private static DesiredApplication deleting(DesiredApplication from) {
        return TestCluster.copy(from, from.project(), true, true, true);
    }

    private long pid() {
        return cluster.rows()
                .sql("select pid from delivery_processes")
                .query(Long.class)
                .single();
    }

    private String get() throws IOException, InterruptedException {
        List<Endpoint> ready = cluster.endpoints().ready(TestCluster.NAME, TestCluster.NAMESPACE, "shop", 80);
        assertThat(ready).isNotEmpty();
        Endpoint endpoint = ready.getFirst();
        URI uri = URI.create("http://127.0.0.1:" + endpoint.address().getPort() + "/");
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "status " + answer.statusCode();
    }

    private void callUntilInterrupted(AtomicInteger answered, AtomicInteger failed) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                get();
                answered.incrementAndGet();
            } catch (InterruptedException _) {
                return;
            } catch (IOException | AssertionError _) {
                failed.incrementAndGet();
            }
        }
    }
}
