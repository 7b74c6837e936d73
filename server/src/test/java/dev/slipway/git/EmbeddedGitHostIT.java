package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.content.RefWrites;
import dev.slipway.git.content.Repositories;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.AtTheSameTime;
import dev.slipway.support.Callers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The built-in host keeps the contract, also over HTTP and after a crash. */
@GitTest
class EmbeddedGitHostIT extends GitHostContract {

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    @Autowired
    private Repositories repositories;

    @Autowired
    private RefCursors cursors;

    @Autowired
    private RefWrites refs;

    @Autowired
    private JdbcClient database;

    @Override
    protected GitHost host() {
        return host;
    }

    @Override
    protected GitContent git() {
        return git;
    }

    @BeforeEach
    void reviewersWhoCount() {
        String _ = callers.token("anna", Set.of(), Role.PLATFORM_ENGINEER);
        String _ = callers.token("bob", Set.of(), Role.PLATFORM_ENGINEER);
    }

    @Test
    void anApprovalOfSomebodyWhoMayNotMergeCountsForNothing() {
        String _ = callers.token("visitor", Set.of(), Role.DEVELOPER);
        host.protect(
                repository, new BranchProtection("main", Set.of(), Set.of(), new ReviewRule(1, false, true)), ROSA);
        PullRequest pull = propose("change", "a.txt", "a\n");
        Review _ = host.review(
                pull.ref(), new NewReview(Review.Verdict.APPROVED, pull.head(), ""), new Actor.Person("visitor"));

        assertThat(host.merge(pull.ref(), pull.head(), ANNA).toString())
                .contains("Refused", "visitor may neither merge");
        assertThat(now(pull).approvals()).extracting(Review::author).containsExactly("visitor");
    }

    @Test
    @Tag("long")
    void pagesThroughThousandsAndReadsThemAllWithoutTryingEachMerge() {
        int many = 5000;
        CommitId head = propose("change-1", "a.txt", "a\n").head();
        for (int i = 2; i <= many; i++) {
            refs.put(repository, "refs/heads/change-" + i, head);
        }
        database.sql("""
                        insert into git_pull_requests (repository, number, title, body, author, source_branch, target_branch, head,
                            base, state, opened_at, updated_at)
                        select repository, n, title, body, author, 'change-' || n, target_branch, head, base, state, opened_at,
                            updated_at
                        from git_pull_requests, generate_series(2, :many) n where repository = :repository
                        """)
                .param("many", many)
                .param("repository", repository.toString())
                .update();

        Instant start = Instant.now();
        List<PullRequest> page = host.pullRequests(PullRequestQuery.of(repository, PullRequest.State.OPEN, 25));
        Instant paged = Instant.now();
        List<PullRequest> all = host.pullRequests(repository, PullRequest.State.OPEN);
        System.out.printf(
                "A page of 25: %d ms. All %d: %d ms.%n",
                Duration.between(start, paged).toMillis(),
                many,
                Duration.between(paged, Instant.now()).toMillis());

        assertThat(page)
                .hasSize(25)
                .first()
                .extracting(pull -> pull.ref().number())
                .isEqualTo(many);
        assertThat(all).hasSize(many);
        assertThat(host.counts(repository)).containsEntry(PullRequest.State.OPEN, many);
    }

    @Test
    void theCommitsOfAClosedPullRequestAreNeverCollected() throws Exception {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host.close(pull.ref(), ROSA);
        host.deleteBranch(pull.ref(), ROSA);

        GC gc = new GC((FileRepository) repositories.get(repository));
        gc.setExpire(Instant.now().plusSeconds(60));
        gc.setPackExpire(Instant.now().plusSeconds(60));
        assertThat(gc.gc().get()).isNotNull();

        assertThat(git.commit(repository, pull.head())).isPresent();
        assertThat(host.reopen(pull.ref(), ROSA).head()).isEqualTo(pull.head());
    }

    @Test
    void oneRepositoryWhoseBranchesCannotBeReadDoesNotHideWhatMovedInTheOthers() throws Exception {
        RepositoryRef other = new RepositoryRef("acme", repository.name() + "-other");
        host.create(other, "", ROSA);
        Path main = repositories.get(repository).getDirectory().toPath().resolve("refs/heads/main");
        String head = Files.readString(main);
        Files.writeString(main, "0123456789".repeat(4) + "\n");
        CommitId pushed = ((PushOutcome.Pushed) git.push(
                        other,
                        new BranchUpdate(
                                "main",
                                null,
                                null,
                                List.of(new NewCommit(
                                        List.of(new FileChange.Put("a.txt", FileContent.text("a\n"))),
                                        "Begin\n",
                                        new Commit.Person("Rosa", "rosa@example.org"))))))
                .commits()
                .getLast();

        List<RefMovement> movements = cursors.movements("tester");

        Files.writeString(main, head);
        assertThat(movements).contains(new RefMovement(other, "refs/heads/main", null, pushed));
        assertThat(movements).noneMatch(movement -> movement.repository().equals(repository));
        assertThat(cursors.movements("tester"))
                .anyMatch(movement -> movement.repository().equals(repository));
    }

    @Test
    void aSquashWhoseBookkeepingWasCutOffIsFoundAgain() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        CommitId base = main();
        MergeOutcome outcome = host.merge(pull.ref(), pull.head(), MergeMethod.SQUASH, ANNA);
        refs.put(repository, "refs/pull/" + pull.ref().number() + "/merge", main());
        forgetTheMerge(pull, base);

        assertThat(outcome).isEqualTo(new MergeOutcome.Merged(main()));
        assertThat(now(pull).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(now(pull).mergedAs()).isEqualTo(main());
        assertThat(host.accountsBehind(repository, List.of(main()))).contains("anna", "rosa");
    }

    @Test
    void aPullRequestIsClosedWhenItsBranchGoes() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        assertThat(refs.remove(repository, "refs/heads/change", pull.head())).isTrue();

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.CLOSED);
        assertThat(host.reopen(pull.ref(), ROSA).state()).isEqualTo(PullRequest.State.OPEN);
    }

    @Test
    void whoeverAsksForTheSameMergeAtTheSameTimeGetsTheSameCommit() {
        for (int round = 1; round <= 5; round++) {
            PullRequest pull = propose("change-" + round, "a" + round + ".txt", "a\n");
            List<MergeOutcome> outcomes =
                    AtTheSameTime.run(8, _ -> host.merge(pull.ref(), pull.head(), MergeMethod.SQUASH, ANNA));

            assertThat(outcomes).containsOnly(new MergeOutcome.Merged(main()));
            assertThat(now(pull).mergedAs()).isEqualTo(main());
        }
        assertThat(git.log(repository, main(), null, null, 100)).hasSize(6);
    }

    @Test
    void aMergeAgainstPushesIsMergedOrSaysThatTheTargetMoved() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        List<Object> outcomes = AtTheSameTime.run(
                6,
                i -> i % 2 == 0
                        ? host.merge(pull.ref(), pull.head(), ANNA)
                        : git.push(
                                repository,
                                BranchUpdate.onto(
                                        "main",
                                        main(),
                                        List.of(new NewCommit(
                                                List.of(new FileChange.Put("b" + i, FileContent.text("b\n"))),
                                                "Write\n",
                                                new Commit.Person("R", "r@x.org"))))));

        assertThat(outcomes)
                .hasOnlyElementsOfTypes(
                        MergeOutcome.Merged.class,
                        MergeOutcome.Stale.class,
                        PushOutcome.Pushed.class,
                        PushOutcome.Moved.class);
        assertThat(host.merge(pull.ref(), pull.head(), ANNA)).isInstanceOf(MergeOutcome.Merged.class);
    }

    private void forgetTheMerge(PullRequest pull, CommitId base) {
        database.sql(
                        "update git_pull_requests set state = 'OPEN', merged_as = null, base = ? where repository = ? and number = ?")
                .params(base.value(), repository.toString(), pull.ref().number())
                .update();
    }

    @Test
    void whoeverPushedOverHttpIsBehindTheCommit(@TempDir Path directory) {
        String token = callers.token("git-bob", Set.of(), Role.DEVELOPER);
        String url =
                "http://git-bob:" + token + "@127.0.0.1:" + callers.address().getPort() + "/git/" + repository + ".git";
        new GitCommandLine(directory).run("clone", "-q", url, "work");
        GitCommandLine work = new GitCommandLine(directory.resolve("work"));
        work.run("switch", "-q", "-c", "bobs");
        work.commit("b.txt", "b\n", "Not by Rosa, whatever the commit says");
        work.run("push", "-q", "origin", "bobs");

        assertThat(host.accountsBehind(repository, List.of(new CommitId(work.head()))))
                .containsExactly("git-bob");
    }

    @Test
    void aMergeWhoseBookkeepingWasCutOffIsFoundAgain() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        CommitId base = main();
        assertThat(host.merge(pull.ref(), pull.head(), ANNA)).isInstanceOf(MergeOutcome.Merged.class);
        forgetTheMerge(pull, base);

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(now(pull).mergedAs()).isEqualTo(main());
        assertThat(host.pullRequests(repository, PullRequest.State.OPEN)).isEmpty();
    }
}
