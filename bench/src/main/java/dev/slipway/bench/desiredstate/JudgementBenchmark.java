package dev.slipway.bench.desiredstate;

import dev.slipway.bench.Scratch;
import dev.slipway.bench.Spent;
import dev.slipway.changes.Changes;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.MergeGuard;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What the required check of a pull request to the platform repository costs when it is merged, in repositories of many services
 * of which two environments are gated. Each service has a route in each environment. The definition is not read from Git.
 *
 * <p>Arguments: numbers of services (1000 10000), each in turn.
 */
public final class JudgementBenchmark {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 30;
    private static final PlatformDefinition DEFINITION = ReaderContext.definition(List.of(
            environment("dev", "shared", null),
            environment("staging", "shared", "dev"),
            environment("production", "spoke", "staging")));

    private final GitContent git;
    private final MergeGuard guard;

    private JudgementBenchmark(GitContent git, MergeGuard guard) {
        this.git = git;
        this.guard = guard;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ClassNotFoundException {
        List<String> sizes = arguments.length == 0 ? List.of("1000", "10000") : List.of(arguments);
        for (String size : sizes) {
            Path data = Scratch.directory("judgement-benchmark");
            Monorepo.write(data.resolve("repositories/acme/platform.git"), Integer.parseInt(size), true);
            say(size + " services in three environments");
            try (AnnotationConfigApplicationContext context = context(data)) {
                GitContent git = context.getBean(GitContent.class);
                DesiredReader reader = context.getBean(DesiredReader.class);
                say("  everything rendered: " + Spent.by(() -> reader.read(DEFINITION, main(git))));
                new JudgementBenchmark(git, context.getBean(MergeGuard.class)).run();
            }
        }
    }

    private static AnnotationConfigApplicationContext context(Path data) throws ClassNotFoundException {
        AnnotationConfigApplicationContext context = ReaderContext.with(data);
        BranchProtection protection = new BranchProtection("main", Set.of("slipway/desired-state"), Set.of());
        context.registerBean(
                GitHost.class, () -> ReaderContext.port(GitHost.class, Map.of("protection", Optional.of(protection))));
        context.registerBean(
                Changes.class, () -> ReaderContext.port(Changes.class, Map.of("waitingAs", Optional.empty())));
        context.registerBean(
                PlatformProperties.class, () -> new PlatformProperties("acme", "platform", "localhost", 7070, false));
        context.registerBean(Platforms.class, () -> {
            CommitId main = main(context.getBean(GitContent.class));
            return ReaderContext.port(
                    Platforms.class,
                    Map.of("newest", Optional.of(new DefinitionAtMain(main, main, DEFINITION)), "validate", List.of()));
        });
        for (String each :
                List.of("JudgedMerges", "DesiredStateCheck", "Examination", "StoredIntents", "MissingMirrors")) {
            context.register(Class.forName("dev.slipway.desiredstate.check." + each));
        }
        context.refresh();
        return context;
    }

    private static Environment environment(String name, String cluster, @Nullable String from) {
        return new Environment(
                new EnvironmentName(name),
                new ClusterName(cluster),
                "{team}-" + name,
                "{service}.{domain}",
                "localhost",
                false,
                from == null
                        ? null
                        : new PromotionRule(new EnvironmentName(from), PromotionRule.Trigger.MANUAL, List.of()),
                new Verification(null));
    }

    private static CommitId main(GitContent git) {
        return git.resolve(Monorepo.REPOSITORY, "refs/heads/main").orElseThrow();
    }

    private void run() throws IOException, InterruptedException {
        report("a file that nothing reads", 0, i -> put("docs/note.md", "note " + i));
        report(
                "a Release in dev",
                0,
                i -> put(
                        Monorepo.applicationFile("service-" + i, "dev"),
                        Monorepo.application("service-" + i, "dev", 4711 + i)));
        report(
                "a base, refused for staging and production",
                2,
                i -> put(
                        "services/service-" + i + "/base/deployment.yaml", Monorepo.deployment("service-" + i, 6 + i)));
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }

    private interface Change {
        FileChange number(int i);
    }

    private void report(String what, int refusals, Change change) throws IOException, InterruptedException {
        List<Spent> judgements = new ArrayList<>();
        for (int i = 1; i <= WARM_UP + ROUNDS; i++) {
            PullRequest pullRequest = pullRequest(i, what, change.number(i));
            Spent spent = Spent.by(() -> judge(pullRequest, refusals));
            if (i > WARM_UP) {
                judgements.add(spent);
            }
        }
        say(String.format(
                Locale.ROOT,
                "  %s: %.0f ms (median), CPU %.0f ms (mean, all threads)",
                what,
                Spent.medianOf(judgements) * 1000,
                judgements.stream().mapToDouble(Spent::own).average().orElse(0) * 1000));
    }

    private void judge(PullRequest pullRequest, int refusals) {
        var problems = guard.problems(pullRequest);
        if (problems.size() != refusals) {
            throw new IllegalStateException("Not " + refusals + ": " + problems);
        }
    }

    private PullRequest pullRequest(int number, String branch, FileChange change) {
        String name = branch.replaceAll("[^a-z]+", "-") + number;
        CommitId main = main(git);
        Commit.Person person = new Commit.Person("bench", "bench@example.org");
        git.push(
                Monorepo.REPOSITORY,
                new BranchUpdate(name, null, main, List.of(new NewCommit(List.of(change), "change", person))));
        CommitId head = git.resolve(Monorepo.REPOSITORY, "refs/heads/" + name).orElseThrow();
        return new PullRequest(
                new PullRequestRef(Monorepo.REPOSITORY, number),
                branch,
                "",
                "bench",
                name,
                "main",
                head,
                main,
                PullRequest.State.OPEN,
                false,
                PullRequest.Mergeability.CLEAN,
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
