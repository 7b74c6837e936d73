package dev.slipway.builds.local;

import dev.slipway.builds.Build;
import dev.slipway.builds.BuildId;
import dev.slipway.builds.FakeGit;
import dev.slipway.builds.FakeHost;
import dev.slipway.builds.cache.DependencyCache;
import dev.slipway.builds.images.Blobs;
import dev.slipway.builds.images.ImageImport;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.images.ImageRows;
import dev.slipway.builds.kind.BuildKind;
import dev.slipway.builds.maven.Maven;
import dev.slipway.builds.maven.MavenHome;
import dev.slipway.builds.nodejs.NodeJs;
import dev.slipway.builds.plainjava.PlainJava;
import dev.slipway.builds.sandbox.Sandbox;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.builds.store.BuildLogs;
import dev.slipway.builds.store.BuildRows;
import dev.slipway.builds.store.QueueRows;
import dev.slipway.builds.store.ShortMaps;
import dev.slipway.builds.store.StepRows;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositoryOwners;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.support.FixedPlatform;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The local runner with everything that is real about it, on repositories in memory. */
final class Builder {

    static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");

    final FakeGit git = new FakeGit();
    final FakeHost host = new FakeHost();
    final BuildRows rows;
    final QueueRows queue;
    final StepRows steps;
    final BuildLogs logs;
    final BuildDirectories directories;
    final ImageRows images;
    final Blobs blobs;
    final Workers workers;
    final LocalBuilds local;
    final StatusReports statuses;
    final BuildStates states;
    final Sandbox sandbox;
    final List<Object> events = new ArrayList<>();

    Builder(DataSource database, Path data, Duration limit) {
        this(database, data, limit, "auto", account -> false);
    }

    /**
     * @param isolation {@code auto} or {@code none}
     * @param maintainers the accounts that may merge
     */
    Builder(DataSource database, Path data, Duration limit, String isolation, Predicate<String> maintainers) {
        JdbcClient client = JdbcClient.create(database);
        JsonMapper json = JsonMapper.builder().build();
        Clock clock = Clock.systemUTC();
        ShortMaps maps = new ShortMaps(json);
        rows = new BuildRows(client, maps);
        queue = new QueueRows(client, maps);
        steps = new StepRows(client);
        directories = new BuildDirectories(data);
        logs = new BuildLogs(directories);
        images = new ImageRows(client);
        blobs = new Blobs(data);
        sandbox = new Sandbox(directories, isolation);
        ImageNames names = new ImageNames(new FixedPlatform());
        DependencyCache cache = new DependencyCache(directories, DataSize.ofMegabytes(500));
        List<BuildKind> kinds = List.of(new Maven(cache, new MavenHome("")), new PlainJava(), new NodeJs());
        LocalBuildProperties properties = new LocalBuildProperties(2, limit);
        states = new BuildStates(queue, events::add, topic -> {}, name -> {}, clock);
        TrustedCommits trusted = new TrustedCommits(git, host);
        Withheld withheld = new Withheld(
                sandbox,
                trusted,
                host,
                new RepositoryAccess(
                        new MaintainersOnly(maintainers),
                        new StaticListableBeanFactory().getBeanProvider(RepositoryOwners.class)));
        LocalRunner runner = new LocalRunner(
                states,
                queue,
                steps,
                logs,
                directories,
                sandbox,
                git,
                trusted,
                kinds,
                new ImageAssembly(directories, new ImageImport(blobs, images, json, clock), names),
                names,
                properties,
                topic -> {},
                clock);
        workers = new Workers(runner, properties, name -> {});
        PushedCommits pushes = new PushedCommits(
                git,
                git,
                new PlatformProperties("acme", "platform", "localhost", 7070, false),
                kinds,
                queue,
                sandbox,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                topic -> {},
                clock);
        local = new LocalBuilds(pushes, rows, queue, withheld, states, runner, workers, name -> {});
        statuses = new StatusReports(rows, host, withheld);
    }

    CommitId push(FileTree tree) {
        return git.commit(REPOSITORY, "main", tree);
    }

    CommitId push(String branch, FileTree tree) {
        return git.commit(REPOSITORY, branch, tree);
    }

    /** Reconciles until nothing is left to do, and returns the newest build. */
    Build finish() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            local.reconcile();
            return newest().status().finished() && workers.running().isEmpty();
        });
        statuses.reconcile();
        return newest();
    }

    Build newest() {
        return rows.of(REPOSITORY, 1).getFirst();
    }

    List<String> log(BuildId build) {
        return logs.read(build, 0, 1_000);
    }
}
