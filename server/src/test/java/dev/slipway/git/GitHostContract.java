package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every Git host does, built in or elsewhere. */
abstract class GitHostContract {

    protected static final Actor ROSA = new Actor.Person("rosa");
    protected static final Actor ANNA = new Actor.Person("anna");

    protected final RepositoryRef repository =
            new RepositoryRef("acme", "c-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract GitHost host();

    protected abstract GitContent git();

    @BeforeEach
    void createWithACommit() {
        host().create(repository, "Prices", ROSA);
        commit("main", null, "README.md", "one\n");
    }

    /** A commit on a branch, which begins at {@code base}. */
    protected CommitId commit(String branch, @Nullable CommitId base, String path, String text) {
        CommitId head = git().resolve(repository, "refs/heads/" + branch).orElse(null);
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(path, FileContent.text(text))),
                "Write " + path + "\n",
                new Commit.Person("Rosa", "rosa@example.org"));
        BranchUpdate update = new BranchUpdate(branch, head, head == null ? base : head, List.of(commit));
        return ((PushOutcome.Pushed) git().push(repository, update)).commits().getLast();
    }

    protected CommitId main() {
        return git().resolve(repository, "refs/heads/main").orElseThrow();
    }

    protected PullRequest propose(String branch, String path, String text) {
        commit(branch, main(), path, text);
        return open(branch);
    }

    private PullRequest open(String branch) {
        return host().open(new NewPullRequest(repository, branch, "main", "Do it", "Because."), ROSA);
    }

    protected PullRequest now(PullRequest pull) {
        return host().pullRequest(pull.ref()).orElseThrow();
    }

    private MergeOutcome merge(PullRequest pull) {
        return host().merge(pull.ref(), pull.head(), ANNA);
    }

    private static List<String> reasons(MergeOutcome outcome) {
        assertThat(outcome).isInstanceOf(MergeOutcome.Refused.class);
        return ((MergeOutcome.Refused) outcome)
                .problems().stream().map(Problem::toString).toList();
    }

    private static CommitStatus status(CommitStatus.State state, String words) {
        return new CommitStatus("ci", state, words, null);
    }

    @Test
    void knowsWhatItCreated() {
        HostedRepository known = host().repository(repository).orElseThrow();

        assertThat(known.description()).isEqualTo("Prices");
        assertThat(known.defaultBranch()).isEqualTo("main");
        assertThat(known.archived()).isFalse();
        assertThat(host().repositories()).contains(known);
    }

    @Test
    void createsNoRepositoryTwice() {
        assertThatThrownBy(() -> host().create(repository, "Again", ROSA))
                .isInstanceOfSatisfying(
                        GitException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.CONFLICT))
                .hasMessageContaining(repository.toString());
        assertThat(host().repository(repository).orElseThrow().description()).isEqualTo("Prices");
    }

    @Test
    void remembersTheProtectionOfABranch() {
        BranchProtection protection = new BranchProtection("main", Set.of("ci", "lint"), Set.of("robot"));

        host().protect(repository, protection, ROSA);

        assertThat(host().protection(repository, "main")).contains(protection);
        assertThat(host().protection(repository, "other")).isEmpty();
    }

    @Test
    void opensOnePullRequestPerBranch() {
        PullRequest first = propose("change", "a.txt", "a\n");
        PullRequest second = open("change");

        assertThat(second.ref()).isEqualTo(first.ref());
        assertThat(host().pullRequests(repository, PullRequest.State.OPEN)).hasSize(1);
        assertThat(first.author()).isEqualTo("rosa");
        assertThat(first.mergeability()).isEqualTo(PullRequest.Mergeability.CLEAN);
    }

    @Test
    void opensNoPullRequestOfABranchThatIsNotThere() {
        assertThatThrownBy(() -> open("nowhere"))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void ofOneCheckTheNewestWordCounts() {
        CommitId head = main();
        host().setStatus(repository, head, status(CommitStatus.State.PENDING, "runs"));
        host().setStatus(repository, head, status(CommitStatus.State.FAILURE, "2 tests failed"));

        assertThat(host().statuses(repository, head))
                .containsExactly(status(CommitStatus.State.FAILURE, "2 tests failed"));
    }

    @Test
    void mergesOnlyWhenEveryRequiredCheckPassed() {
        host().protect(repository, new BranchProtection("main", Set.of("ci"), Set.of()), ROSA);
        PullRequest pull = propose("change", "a.txt", "a\n");

        assertThat(reasons(merge(pull))).singleElement().asString().contains("\"ci\"", "not reported");
        host().setStatus(repository, pull.head(), status(CommitStatus.State.FAILURE, "2 tests failed"));
        assertThat(reasons(merge(pull))).singleElement().asString().contains("\"ci\"", "2 tests failed");
        host().setStatus(repository, pull.head(), status(CommitStatus.State.SUCCESS, "fine"));

        assertThat(merge(pull)).isEqualTo(new MergeOutcome.Merged(main()));
    }

    @Test
    void mergesWithACommitOfBothParentsAndSaysSo() {
        CommitId base = main();
        PullRequest pull = propose("change", "a.txt", "a\n");

        MergeOutcome outcome = merge(pull);

        assertThat(outcome).isEqualTo(new MergeOutcome.Merged(main()));
        assertThat(git().commit(repository, main()).orElseThrow().parents()).containsExactly(base, pull.head());
        assertThat(now(pull).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(now(pull).mergedAs()).isEqualTo(main());
    }

    @Test
    void mergingTwiceMergesOnce() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        MergeOutcome first = merge(pull);

        assertThat(merge(pull)).isEqualTo(first);
        assertThat(first).isEqualTo(new MergeOutcome.Merged(main()));
    }

    @Test
    void mergesNothingThatTheCallerHasNotSeen() {
        PullRequest seen = propose("change", "a.txt", "a\n");
        CommitId before = main();
        CommitId newer = commit("change", null, "a.txt", "b\n");

        assertThat(merge(seen)).isEqualTo(new MergeOutcome.Stale(newer));
        assertThat(main()).isEqualTo(before);
    }

    @Test
    void aConflictNamesThePathsAndMovesNothing() {
        PullRequest pull = propose("change", "README.md", "mine\n");
        CommitId theirs = commit("main", null, "README.md", "theirs\n");

        assertThat(now(pull).mergeability()).isEqualTo(PullRequest.Mergeability.CONFLICTING);
        assertThat(merge(now(pull))).isEqualTo(new MergeOutcome.Conflicting(List.of("README.md")));
        assertThat(main()).isEqualTo(theirs);
    }

    @Test
    void whatIsClosedIsNotMerged() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().close(pull.ref(), ROSA);

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.CLOSED);
        assertThat(reasons(merge(pull))).singleElement().asString().contains("closed");
    }

    @Test
    void anArchivedRepositoryMergesNothing() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().archive(repository, ROSA);

        assertThat(reasons(merge(pull))).singleElement().asString().contains("archived");
        assertThat(host().repository(repository).orElseThrow().archived()).isTrue();
    }

    @Test
    void editsTheCommentWithTheSameMarkerInPlace() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().comment(pull.ref(), null, "Looks good", ANNA);
        host().comment(pull.ref(), "preview", "starting", ROSA);
        host().comment(pull.ref(), null, "Thanks", ROSA);
        host().comment(pull.ref(), "preview", "ready", ROSA);

        assertThat(host().comments(pull.ref()))
                .extracting(Comment::markdown)
                .containsExactly("Looks good", "ready", "Thanks");
    }

    @Test
    void aReleaseIsATagWithWords() {
        HostedRelease release =
                new HostedRelease("v1.0.0", main(), "One", "The first.", "rosa", Instant.parse("2026-11-20T10:00:00Z"));

        host().publishRelease(repository, release, ROSA);

        assertThat(host().releases(repository)).containsExactly(release);
        assertThat(git().refs(repository)).containsEntry("refs/tags/v1.0.0", main());
        assertThatThrownBy(() -> host().publishRelease(repository, release, ROSA))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("v1.0.0");
    }

    @Test
    void theAuthorOfAPullRequestIsBehindWhatItBrought() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        merge(pull);

        assertThat(host().accountsBehind(repository, List.of(pull.head()))).contains("rosa");
        assertThat(host().accountsBehind(repository, List.of(main()))).contains("rosa", "anna");
    }
}
