package dev.slipway.delivery.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.builds.Images;
import dev.slipway.delivery.ApplicationState;
import dev.slipway.delivery.DeliveryEngine;
import dev.slipway.delivery.Endpoints;
import dev.slipway.delivery.objects.Json;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredProject;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kustomize.Resource;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.FixedPlatform;
import dev.slipway.support.TestDatabase;
import dev.slipway.ui.LiveUpdates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The local cluster with real processes and PostgreSQL, and with a Git that the test writes. */
final class TestCluster implements AutoCloseable {

    static final ClusterName NAME = new ClusterName("dev");
    static final String NAMESPACE = "red-dev";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final DataSource database = TestDatabase.migrated().dataSource();
    private final Images images;
    private volatile @Nullable Desired desired;
    final MovableClock clock = new MovableClock();
    private int commits;
    private List<DesiredProject> projects = List.of();
    private final String isolation;
    private AnnotationConfigApplicationContext context;

    TestCluster(Path data, Images images) {
        this(data, images, "auto");
    }

    /** @param isolation {@code auto} or {@code none} */
    TestCluster(Path data, Images images, String isolation) {
        this.data = data;
        this.images = images;
        this.isolation = isolation;
        this.context = started();
    }

    private AnnotationConfigApplicationContext started() {
        AnnotationConfigApplicationContext fresh = new AnnotationConfigApplicationContext();
        fresh.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "slipway.data",
                                data.toString(),
                                "slipway.local-cluster.backoff",
                                "200ms",
                                "slipway.local-cluster.isolation",
                                isolation)));
        fresh.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        fresh.registerBean(Clock.class, () -> clock);
        fresh.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        fresh.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        fresh.registerBean(Images.class, () -> images);
        fresh.registerBean(DesiredState.class, Git::new);
        fresh.registerBean(
                Platforms.class,
                () -> new FixedPlatform(List.of(new Cluster(NAME, true, null, "istio-ingress/main-gateway"))));
        fresh.registerBean(Audit.class, NoAudit::new);
        fresh.registerBean(LiveUpdates.class, () -> topic -> {});
        fresh.registerBean(Wakeups.class, () -> name -> {});
        fresh.scan("dev.slipway.delivery.store", "dev.slipway.delivery.images", "dev.slipway.delivery.process");
        fresh.scan("dev.slipway.delivery.isolation", "dev.slipway.delivery.probes");
        fresh.scan("dev.slipway.delivery.pods", "dev.slipway.delivery.workloads", "dev.slipway.delivery.sync");
        fresh.scan("dev.slipway.delivery.local");
        fresh.refresh();
        return fresh;
    }

    /** Slipway is killed, and started again. */
    void crashAndStartAgain() {
        context.getBean(LocalCluster.class).abandon();
        context.close();
        context = started();
    }

    /** Slipway is killed, started again, and cannot read Git for a while. */
    void crashAndStartAgainWithoutGit() {
        context.getBean(LocalCluster.class).abandon();
        context.close();
        desired = null;
        context = started();
    }

    void awaitReady(String service, int port) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (endpoints().ready(NAME, NAMESPACE, service, port).isEmpty()) {
            assertThat(Instant.now()).isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    /** Slipway is killed before it could write what this statement takes away, and started again. */
    void crashWithout(String statement) {
        context.getBean(LocalCluster.class).abandon();
        context.close();
        rows().sql(statement).update();
        context = started();
    }

    void stop() {
        context.close();
    }

    void startAgain() {
        context = started();
    }

    /** What a pod of the shop's Service answers. */
    String get(String path) throws IOException, InterruptedException {
        Endpoints.Endpoint endpoint =
                endpoints().ready(NAME, NAMESPACE, "shop", 80).getFirst();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + endpoint.address().getPort() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    DeliveryEngine engine() {
        return context.getBean(DeliveryEngine.class);
    }

    Endpoints endpoints() {
        return context.getBean(Endpoints.class);
    }

    JdbcClient rows() {
        return JdbcClient.create(database);
    }

    /** Commits that the application {@code shop} consists of these objects. */
    void commit(Resource... objects) {
        commit(application -> application, objects);
    }

    void commit(UnaryOperator<DesiredApplication> change, Resource... objects) {
        write(List.of(change.apply(application(List.of(objects)))));
    }

    /** Commits beside the application {@code shop} another one that has its Application, with Argo CD's finalizer. */
    void finalizer() {
        List<DesiredApplication> all =
                new ArrayList<>(java.util.Objects.requireNonNull(desired).applications());
        all.add(root(List.of(Resource.of(Json.read("""
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "shop",
                 "finalizers": ["resources-finalizer.argocd.argoproj.io"]}}
                """).content()))));
        write(all);
    }

    /** Commits that the application {@code shop} is not there any more. */
    void vanish() {
        write(java.util.Objects.requireNonNull(desired).applications().stream()
                .filter(application -> !application.name().equals("shop"))
                .map(application -> root(List.of()))
                .toList());
    }

    void awaitGone() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (engine().state("shop").isPresent()) {
            assertThat(Instant.now()).isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    void commitNothing() {
        write(List.of());
    }

    void projects(DesiredProject... all) {
        projects = List.of(all);
    }

    private void write(List<DesiredApplication> applications) {
        commits++;
        desired = new Desired(commitId(commits), applications, projects, List.of());
    }

    static CommitId commitId(int number) {
        return new CommitId(String.format("%040x", number));
    }

    private DesiredApplication application(List<Resource> objects) {
        return application("shop", new ServiceName("shop"), objects);
    }

    private static DesiredApplication root(List<Resource> objects) {
        return application("root", null, objects);
    }

    private static DesiredApplication application(String name, @Nullable ServiceName service, List<Resource> objects) {
        return new DesiredApplication(
                name,
                "applications/" + name + "/dev.yaml",
                "default",
                service,
                null,
                null,
                NAME,
                NAMESPACE,
                null,
                commitId(1),
                "deploy/overlays/dev",
                null,
                true,
                true,
                true,
                false,
                objects,
                String.valueOf(objects.hashCode()),
                List.of());
    }

    CommitId newestCommit() {
        return commitId(commits);
    }

    static DesiredApplication automated(DesiredApplication from, boolean automated) {
        return copy(from, from.project(), automated, true, false);
    }

    static DesiredApplication copy(
            DesiredApplication from, String project, boolean automated, boolean prune, boolean deleting) {
        return new DesiredApplication(
                from.name(),
                from.file(),
                project,
                from.service(),
                from.team(),
                from.environment(),
                from.cluster(),
                from.namespace(),
                from.repository(),
                from.commit(),
                from.path(),
                from.release(),
                automated,
                prune,
                from.selfHeal(),
                deleting,
                from.objects(),
                from.fingerprint(),
                from.problems());
    }

    ApplicationState await(String what, Predicate<ApplicationState> condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<ApplicationState> state = engine().state("shop");
        while (state.filter(condition).isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Never " + what + ": " + state);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            state = engine().state("shop");
        }
        return state.orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    private final class Git implements DesiredState {
        @Override
        public Optional<Desired> current() {
            return Optional.ofNullable(desired);
        }

        @Override
        public Desired at(CommitId platformCommit) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoAudit implements Audit {
        private final List<String> actions = new ArrayList<>();

        @Override
        public void record(Actor actor, String action, String subject, Map<String, String> details) {
            actions.add(action);
        }

        @Override
        public List<AuditEntry> entries(AuditQuery query) {
            return List.of();
        }

        @Override
        public AuditVerification verify() {
            throw new UnsupportedOperationException();
        }
    }
}
