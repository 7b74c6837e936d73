package dev.slipway.bench.catalog;

import dev.slipway.SlipwayServer;
import dev.slipway.bench.Scratch;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.identity.Account;
import dev.slipway.identity.Accounts;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slipway in this process as {@code slipway up} starts it, with its own PostgreSQL and settings; only its port behind the front
 * listener takes requests without the listener's secret.
 */
public final class Server implements AutoCloseable {

    private static final Actor BENCH = Actor.system("benchmark");

    private final ProcessHandle postmaster;
    private final ConfigurableApplicationContext context;

    public Server() throws IOException {
        Path data = Scratch.directory("slipway-benchmark").resolve("data");
        SlipwayServer.main(
                new String[] {"--data", data.toString(), "--port", "0", "--domain", "localhost", "--sample"});
        context = StartedContext.get();
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .getFirst());
        postmaster = ProcessHandle.of(pid).orElseThrow();
    }

    Effort effort() {
        return Effort.now(postmaster);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String token() {
        return token(Role.VIEWER);
    }

    public String token(Role role) {
        Accounts accounts = context.getBean(Accounts.class);
        accounts.ensure(new Account("bench", "Bench", "bench@example.org"), BENCH);
        accounts.grant("bench", role, BENCH);
        return accounts.issueToken("bench", "bench", Set.of(), BENCH);
    }

    RepositoryRef repository(String name) {
        RepositoryRef repository = new RepositoryRef("acme", name);
        context.getBean(GitHost.class).create(repository, "", BENCH);
        return repository;
    }

    void push(RepositoryRef repository, Map<String, String> files) {
        GitContent git = context.getBean(GitContent.class);
        CommitId head = git.resolve(repository, "refs/heads/main").orElse(null);
        List<FileChange> changes = files.entrySet().stream()
                .<FileChange>map(file -> new FileChange.Put(file.getKey(), FileContent.text(file.getValue())))
                .toList();
        git.push(
                repository,
                new BranchUpdate(
                        "main",
                        head,
                        head,
                        List.of(new NewCommit(changes, "Change\n", new Commit.Person("Bench", "bench@example.org")))));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The bytes of the catalog's tables and indexes. */
    long size() {
        return context.getBean(JdbcClient.class)
                .sql(
                        "select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class where relkind = 'r' and relname like 'catalog%'")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
        postmaster.destroy();
        postmaster.onExit().join();
    }
}
