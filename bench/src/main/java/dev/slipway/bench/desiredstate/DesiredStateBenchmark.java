package dev.slipway.bench.desiredstate;

import dev.slipway.bench.Scratch;
import dev.slipway.bench.Spent;
import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.NewCommit;
import dev.slipway.kernel.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * From a commit of one file to the new desired state, in repositories of many services in three environments, and what a start
 * costs with and without the renders that were kept on disk.
 *
 * <p>Arguments: numbers of services (1000 10000), each in turn.
 */
public final class DesiredStateBenchmark {

    private static final int WARM_UP = 40;
    private static final int COMMITS = 60;
    private final GitContent git;
    private final DesiredReader reader;

    private DesiredStateBenchmark(GitContent git, DesiredReader reader) {
        this.git = git;
        this.reader = reader;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ClassNotFoundException {
        List<String> sizes = arguments.length == 0 ? List.of("1000", "10000") : List.of(arguments);
        for (String size : sizes) {
            Path data = Scratch.directory("desired-state-benchmark");
            int services = Integer.parseInt(size);
            Monorepo.write(data.resolve("repositories/acme/platform.git"), services);
            say(size + " services in three environments");
            try (AnnotationConfigApplicationContext context = ReaderContext.of(data)) {
                benchmark(context).run();
            }
            try (AnnotationConfigApplicationContext context = ReaderContext.of(data)) {
                say("  started again: " + Spent.by(benchmark(context)::read));
            }
        }
    }

    private static DesiredStateBenchmark benchmark(AnnotationConfigApplicationContext context) {
        return new DesiredStateBenchmark(context.getBean(GitContent.class), context.getBean(DesiredReader.class));
    }

    private void run() throws IOException, InterruptedException {
        say("  everything rendered, nothing kept: " + Spent.by(this::read));
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        say("  heap: " + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MB");
        say("  the same commit again: " + Spent.by(this::read));
        report(
                "a Release in one Application's file",
                i -> new FileChange.Put(
                        Monorepo.applicationFile("service-" + i, "production"),
                        FileContent.text(Monorepo.application("service-" + i, "production", 4711 + i))));
        report(
                "one file of a base, three overlays",
                i -> new FileChange.Put(
                        "services/service-" + i + "/base/deployment.yaml",
                        FileContent.text(Monorepo.deployment("service-" + i, 6 + i))));
        report("a file that nothing reads", i -> new FileChange.Put("docs/note.md", FileContent.text("note " + i)));
    }

    private interface Change {
        FileChange number(int i);
    }

    private void report(String what, Change change) throws IOException, InterruptedException {
        List<Spent> commits = new ArrayList<>();
        List<Spent> reads = new ArrayList<>();
        for (int i = 0; i < WARM_UP + COMMITS; i++) {
            FileChange next = change.number(i % 50 + i);
            Spent commit = Spent.by(() -> push(next));
            Spent read = Spent.by(this::read);
            if (i >= WARM_UP) {
                commits.add(commit);
                reads.add(read);
            }
        }
        double cpu = reads.stream().mapToDouble(Spent::own).average().orElse(0);
        say(String.format(
                Locale.ROOT,
                "  %s: %.1f ms (median), CPU %.1f ms (mean, all threads); writing the commit before it %.1f ms",
                what,
                Spent.medianOf(reads) * 1000,
                cpu * 1000,
                Spent.medianOf(commits) * 1000));
    }

    private void push(FileChange change) {
        CommitId tip = git.resolve(Monorepo.REPOSITORY, "refs/heads/main").orElseThrow();
        Commit.Person person = new Commit.Person("bench", "bench@example.org");
        git.push(
                Monorepo.REPOSITORY,
                BranchUpdate.onto("main", tip, List.of(new NewCommit(List.of(change), "change", person))));
    }

    private Desired read() {
        Desired desired = reader.read(
                ReaderContext.definition(List.of()),
                git.resolve(Monorepo.REPOSITORY, "refs/heads/main").orElseThrow());
        if (!desired.problems().isEmpty()
                || desired.applications().stream()
                        .anyMatch(each -> !each.problems().isEmpty())) {
            throw new IllegalStateException("Problems: " + desired.problems());
        }
        return desired;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
