package dev.slipway.previews;

import dev.slipway.audit.Audit;
import dev.slipway.changes.Changes;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositoryOwners;
import dev.slipway.git.Snapshot;
import dev.slipway.identity.Accounts;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.trees.PlatformTrees;
import dev.slipway.previews.sweep.PreviewSweep;
import dev.slipway.previews.sweep.PreviewWatch;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.NoMirrors;
import dev.slipway.support.NobodyInParticular;
import dev.slipway.support.TestDatabase;
import dev.slipway.ui.LiveUpdates;
import dev.slipway.ui.PortalAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Previews with real Git and PostgreSQL, and a cluster that runs at once what Git says. No scheduler: a test decides when
 * who runs, and when the process dies.
 */
final class PreviewsWorld implements AutoCloseable {

    static final Actor ROSA = new Actor.Person("rosa");
    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");

    final GitContent git;
    final GitHost host;
    final Previews previews;
    final DesiredState desired;
    final FakePlatform platform;
    final SettableClock clock = new SettableClock();
    final FakeBuilds builds = new FakeBuilds();
    final FakePeople people = new FakePeople();
    final ObedientEngine engine;
    final FakeGateway gateway = new FakeGateway();
    final FakeMeasurements measurements = new FakeMeasurements();
    final Deaths deaths = new Deaths();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    PreviewsWorld(int limit, String... services) {
        platform = new FakePlatform(limit, services);
        register(TestDatabase.migrated().dataSource());
        context.refresh();
        git = context.getBean(GitContent.class);
        host = context.getBean(GitHost.class);
        previews = context.getBean(Previews.class);
        desired = context.getBean(DesiredState.class);
        engine = context.getBean(ObedientEngine.class);
        foundPlatform();
        platform.services().forEach(this::foundService);
    }

    private void register(DataSource dataSource) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "world", Map.of("slipway.data", newDirectory().toString())));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(TransactionTemplate.class, () -> transactions);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Audit.class, NoAudit::new);
        context.registerBean(Wakeups.class, () -> name -> {});
        context.registerBean(LiveUpdates.class, () -> topic -> {});
        context.registerBean(GitMirrors.class, NoMirrors::new);
        context.registerBean(FakePlatform.class, () -> platform);
        context.registerBean(FakeBuilds.class, () -> builds);
        context.registerBean(FakePeople.class, () -> people, bean -> bean.setPrimary(true));
        context.registerBean(Accounts.class, NobodyInParticular::new);
        context.registerBean(FakeGateway.class, () -> gateway);
        context.registerBean(FakeMeasurements.class, () -> measurements);
        context.registerBean(ObedientEngine.class);
        context.registerBean(RepositoryAccess.class);
        context.registerBean(PortalAddress.class, () -> new PortalAddress("", "localhost", 7070));
        context.registerBean(RepositoryOwners.class, () -> repository -> Optional.of(FakePlatform.RED));
        context.registerBean(PlatformProperties.class, () -> FakePlatform.PROPERTIES);
        context.registerBean(Deaths.class, () -> deaths);
        context.scan(
                "dev.slipway.git.content",
                "dev.slipway.git.embedded",
                "dev.slipway.changes.store",
                "dev.slipway.changes.plan",
                "dev.slipway.changes.write",
                "dev.slipway.desiredstate.reading",
                "dev.slipway.platform.trees",
                "dev.slipway.previews.store",
                "dev.slipway.previews.manifests",
                "dev.slipway.previews.sweep",
                "dev.slipway.previews.command");
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("slipway-previews");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void foundPlatform() {
        host.create(PLATFORM, "", ROSA);
        List<FileChange> files = new ArrayList<>();
        PlatformTrees.of(platform.current(), platform.services())
                .forEach((tree, own) ->
                        own.forEach((path, content) -> files.add(new FileChange.Put(tree + "/" + path, content))));
        files.add(new FileChange.Put("applications/README.md", FileContent.text("")));
        platform.services().forEach(service -> files.add(declaration(service)));
        push(PLATFORM, "main", null, files);
    }

    /** A service that runs in some environment; how is not previews' concern. */
    private static FileChange declaration(RegisteredService service) {
        return new FileChange.Put("applications/" + service.name() + "/dev.yaml", FileContent.text(""));
    }

    private void foundService(RegisteredService service) {
        host.create(service.repository(), "", ROSA);
        push(service.repository(), "main", null, SampleOverlay.files(service.name()));
    }

    CommitId push(RepositoryRef repository, String branch, @Nullable CommitId onto, List<FileChange> files) {
        CommitId expected = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        NewCommit commit = new NewCommit(files, "Change\n", new Commit.Person("rosa", "rosa@acme"));
        PushOutcome outcome = git.push(repository, new BranchUpdate(branch, expected, onto, List.of(commit)));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    static RepositoryRef repository(String service) {
        return new RepositoryRef("acme", service);
    }

    /** A pull request with one commit. */
    PullRequest open(String service, String branch, String author) {
        commit(service, branch, "one");
        return host.open(
                new NewPullRequest(repository(service), branch, "main", "Change " + branch, ""),
                new Actor.Person(author));
    }

    /** Another commit on a branch, which begins at main if there is none. */
    CommitId commit(String service, String branch, String text) {
        RepositoryRef repository = repository(service);
        CommitId onto = git.resolve(repository, "refs/heads/" + branch)
                .or(() -> git.resolve(repository, "refs/heads/main"))
                .orElseThrow();
        return push(
                repository,
                branch,
                onto,
                List.of(new FileChange.Put("notes-" + branch + ".txt", FileContent.text(text + clock.instant()))));
    }

    PullRequest now(PullRequestRef pull) {
        return host.pullRequest(pull).orElseThrow();
    }

    Optional<Preview> preview(PullRequestRef pull) {
        return previews.find(new ServiceName(pull.repository().name()), pull.number());
    }

    /** Only the comparison of pull requests with Git. */
    void sweep() {
        run(PreviewSweep.NAME);
    }

    /** Only those who follow previews, as every other second. */
    void watch() {
        run(PreviewWatch.NAME);
    }

    private void run(String reconciliation) {
        context.getBeansOfType(Reconciliation.class).values().stream()
                .filter(each -> each.name().equals(reconciliation))
                .forEach(Reconciliation::reconcile);
    }

    /** Everybody runs until nothing moves any more. */
    void settle() {
        for (int round = 0; round < 3; round++) {
            round();
        }
    }

    /** Everybody runs once. */
    void round() {
        run(PreviewSweep.NAME);
        run("changes-writer");
        run("desired-state");
        run(PreviewWatch.NAME);
    }

    Desired running() {
        run("desired-state");
        return desired.current().orElseThrow();
    }

    /** The platform repository's newest tree. */
    Snapshot tip() {
        return git.snapshot(PLATFORM, git.resolve(PLATFORM, "refs/heads/main").orElseThrow());
    }

    List<Commit> platformLog() {
        return git.log(PLATFORM, tip().commit(), null, null, 1000);
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    Changes changes() {
        return context.getBean(Changes.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
