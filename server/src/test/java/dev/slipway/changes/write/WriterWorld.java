package dev.slipway.changes.write;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditEntry;
import dev.slipway.audit.AuditQuery;
import dev.slipway.audit.AuditVerification;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scheduling.Wakeups;
import dev.slipway.support.NobodyInParticular;
import dev.slipway.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The modules git and changes with nothing around them: no scheduler, so a test decides when the writer runs. */
final class WriterWorld implements AutoCloseable {

    static final Actor ANNA = new Actor.Person("anna");

    final RepositoryRef repository = new RepositoryRef("acme", "platform");
    final GitContent git;
    final GitHost host;
    final Changes changes;
    private final ChangeWriter writer;
    private final Deque<Moment> deaths = new ArrayDeque<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** What a killed process would be: nothing after it runs. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    WriterWorld() {
        DataSource dataSource = TestDatabase.migrated().dataSource();
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "world", Map.of("slipway.data", newDirectory().toString())));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(TransactionTemplate.class, () -> transactions);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(Audit.class, () -> new NoAudit());
        context.registerBean(NobodyInParticular.class, NobodyInParticular::new);
        context.registerBean(RepositoryAccess.class);
        context.registerBean(Wakeups.class, () -> name -> {});
        context.registerBean(Steps.class, () -> new Steps(this::reached));
        context.scan(
                "dev.slipway.git.content",
                "dev.slipway.git.embedded",
                "dev.slipway.changes.store",
                "dev.slipway.changes.plan",
                "dev.slipway.changes.write");
        context.refresh();
        git = context.getBean(GitContent.class);
        host = context.getBean(GitHost.class);
        changes = context.getBean(Changes.class);
        writer = context.getBean(ChangeWriter.class);
        host.create(repository, "", ANNA);
        commit(null, new FileChange.Put("README.md", FileContent.text("one\ntwo\nthree\n")));
    }

    /** The audit has tests of its own. */
    private static final class NoAudit implements Audit {
        @Override
        public void record(Actor actor, String action, String subject, Map<String, String> details) {}

        @Override
        public List<AuditEntry> entries(AuditQuery query) {
            return List.of();
        }

        @Override
        public AuditVerification verify() {
            return new AuditVerification.Intact(0);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("slipway-writer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands between the writer and what it calls. */
    private record Steps(BiConsumer<String, Boolean> observer) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            Class<?> seam =
                    bean instanceof GitContent ? GitContent.class : bean instanceof GitHost ? GitHost.class : null;
            return seam == null
                    ? bean
                    : Proxy.newProxyInstance(
                            seam.getClassLoader(),
                            new Class<?>[] {seam},
                            (proxy, method, arguments) -> call(bean, method, arguments));
        }

        private Object call(Object bean, Method method, Object[] arguments) throws Throwable {
            boolean writes = WRITES.contains(method.getName()) && method.getDeclaringClass() != Object.class;
            if (writes) {
                observer.accept(method.getName(), false);
            }
            try {
                Object result = method.invoke(bean, arguments);
                if (writes && !(bean instanceof GitContent && method.getName().equals("merge"))) {
                    observer.accept(method.getName(), true);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static final Set<String> WRITES = Set.of("push", "open", "merge");

    private void reached(String method, boolean after) {
        if (method.equals("push") && !after && !meanwhile.isEmpty()) {
            meanwhile.pop().run();
        }
        Moment next = deaths.peek();
        if (next != null && next.is(method, after)) {
            deaths.pop();
            throw new Killed();
        }
    }

    /** The process dies once when it reaches this. */
    void dieAt(Moment moment) {
        deaths.add(moment);
    }

    /** Happens between the writer's look at the tip and its push. */
    void meanwhile(Runnable somebodyElse) {
        meanwhile.add(somebodyElse);
    }

    void run() {
        writer.reconcile();
    }

    CommitId tip() {
        return git.resolve(repository, "refs/heads/main").orElseThrow();
    }

    List<Commit> log() {
        return git.log(repository, tip(), null, null, 100);
    }

    List<Commit> commitsOf(ChangeId id) {
        return log().stream()
                .filter(commit -> id.toString().equals(commit.trailers().get("Slipway-Change")))
                .toList();
    }

    String text(String path) {
        return git.snapshot(repository, tip()).text(path).orElse("");
    }

    /** A person's commit. */
    CommitId commit(@Nullable CommitId onto, FileChange... edits) {
        return commit("main", onto, edits);
    }

    CommitId commit(String branch, @Nullable CommitId onto, FileChange... edits) {
        return commit(branch, onto, "By hand\n", edits);
    }

    /** A person's commit onto main that says what that person likes. */
    void commitSaying(String message, FileChange edit) {
        commit("main", tip(), message, edit);
    }

    private CommitId commit(String branch, @Nullable CommitId onto, String message, FileChange... edits) {
        NewCommit commit = new NewCommit(Arrays.asList(edits), message, new Commit.Person("Bob", "bob@acme"));
        BranchUpdate update = new BranchUpdate(branch, onto, onto, List.of(commit));
        return ((PushOutcome.Pushed) git.push(repository, update)).commits().getFirst();
    }

    ChangeId submit(Intent intent, ChangeRequest.Delivery delivery) {
        ChangeId id = ChangeId.random();
        changes.submit(new ChangeRequest(
                id, repository, "main", intent, "configure", null, null, "Do it", "", ANNA, List.of(), delivery));
        return id;
    }

    ChangeId submit(Intent intent) {
        return submit(intent, ChangeRequest.Delivery.BY_POLICY);
    }

    @Nullable
    Outcome outcome(ChangeId id) {
        return changes.find(id).orElseThrow().outcome();
    }

    static Intent file(String path, String text) {
        int slash = path.lastIndexOf('/');
        return new Intent.PutTrees(
                Map.of(path.substring(0, slash), Map.of(path.substring(slash + 1), FileContent.text(text))));
    }

    @Override
    public void close() {
        context.close();
    }
}
