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
    protected static final Actor BOB = new Actor.Person("bob");

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

    /** As {@link #commit(String, CommitId, String, String)}, by somebody, with a message. */
    private void commit(
            String branch, @Nullable CommitId base, String path, String text, String message, String author) {
        CommitId head = git().resolve(repository, "refs/heads/" + branch).orElse(null);
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(path, FileContent.text(text))),
                message,
                new Commit.Person(author, author.toLowerCase(java.util.Locale.ROOT) + "@example.org"));
        PushOutcome outcome =
                git().push(repository, new BranchUpdate(branch, head, head == null ? base : head, List.of(commit)));
        assertThat(outcome).isInstanceOf(PushOutcome.Pushed.class);
    }

    private PullRequest open(String branch) {
        return open(branch, "main");
    }

    private PullRequest open(String branch, String target) {
        return host().open(new NewPullRequest(repository, branch, target, "Do it", "Because."), ROSA);
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
    void namesTheRepositoriesThatHaveOpenPullRequests() {
        assertThat(host().withOpenPullRequests()).doesNotContain(repository);
        PullRequest pull = propose("change", "a.txt", "a\n");
        assertThat(host().withOpenPullRequests()).contains(repository);

        host().close(pull.ref(), ROSA);

        assertThat(host().withOpenPullRequests()).doesNotContain(repository);
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
    void aReleaseOfNothingOrWithoutAProperTagIsRefused() {
        assertThatThrownBy(() -> host().publishRelease(repository, release("v1 0", main()), ROSA))
                .hasMessageContaining("\"v1 0\" cannot be a tag");
        assertThatThrownBy(() ->
                        host().publishRelease(repository, release("v1.0.0", new CommitId("1".repeat(40))), ROSA))
                .hasMessageContaining("There is no commit 1111");
        assertThat(host().releases(repository)).isEmpty();
    }

    private static HostedRelease release(String tag, CommitId commit) {
        return new HostedRelease(tag, commit, tag, "", "rosa", Instant.parse("2026-11-20T10:00:00Z"));
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

    @Test
    void closesAndOpensAgain() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().close(pull.ref(), ROSA);

        PullRequest reopened = host().reopen(pull.ref(), ROSA);

        assertThat(reopened.state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(merge(reopened)).isInstanceOf(MergeOutcome.Merged.class);
        assertThatThrownBy(() -> host().reopen(pull.ref(), ROSA)).hasMessageContaining("merged");
    }

    @Test
    void opensNothingAgainBesideAnotherOneOfTheSameBranch() {
        PullRequest first = propose("change", "a.txt", "a\n");
        host().close(first.ref(), ROSA);
        PullRequest second = open("change");

        assertThatThrownBy(() -> host().reopen(first.ref(), ROSA))
                .isInstanceOf(GitException.class)
                .hasMessageContaining(second.ref().toString());
    }

    @Test
    void openingAgainBringsTheBranchBack() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().close(pull.ref(), ROSA);
        host().deleteBranch(pull.ref(), ROSA);
        assertThat(git().refs(repository)).doesNotContainKey("refs/heads/change");

        PullRequest reopened = host().reopen(pull.ref(), ROSA);

        assertThat(reopened.head()).isEqualTo(pull.head());
        assertThat(git().refs(repository)).containsEntry("refs/heads/change", pull.head());
    }

    @Test
    void aDraftIsNotMergedBeforeItIsReady() {
        commit("change", main(), "a.txt", "a\n");
        PullRequest pull = host().open(new NewPullRequest(repository, "change", "main", "Do it", "", true), ROSA);

        assertThat(pull.draft()).isTrue();
        assertThat(reasons(merge(pull))).singleElement().asString().contains("draft");
        assertThat(host().draft(pull.ref(), false, ROSA).draft()).isFalse();
        assertThat(merge(pull)).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void labelsPullRequests() {
        host().defineLabel(repository, new Label("preview", "1d76db", "Give it an environment"), ROSA);
        PullRequest pull = propose("change", "a.txt", "a\n");

        host().label(pull.ref(), "Preview", ROSA);
        host().label(pull.ref(), "bug", ROSA);

        assertThat(now(pull).labels()).containsExactly("bug", "preview");
        assertThat(host().labels(repository)).extracting(Label::name).containsExactly("bug", "preview");
        assertThat(host().pullRequests(repository, PullRequest.State.OPEN)
                        .getFirst()
                        .labels())
                .containsExactly("bug", "preview");
        assertThat(host().unlabel(pull.ref(), "bug", ROSA).labels()).containsExactly("preview");
        host().removeLabel(repository, "preview", ROSA);
        assertThat(now(pull).labels()).isEmpty();
    }

    @Test
    void takesNoLabelFromARepositoryThatIsNotThere() {
        RepositoryRef unknown = new RepositoryRef("acme", "nowhere");

        assertThatThrownBy(() -> host().removeLabel(unknown, "preview", ROSA))
                .isInstanceOf(GitException.class)
                .hasMessageContaining("There is no repository \"acme/nowhere\"");
    }

    @Test
    void findsThoseWithALabel() {
        PullRequest one = propose("one", "a.txt", "a\n");
        propose("other", "b.txt", "b\n");
        host().label(one.ref(), "bug", ROSA);

        assertThat(host().pullRequests(PullRequestQuery.of(repository, PullRequest.State.OPEN, 10)
                        .labelled("BUG")))
                .extracting(PullRequest::ref)
                .containsExactly(one.ref());
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
        for (int i = 1; i <= 5; i++) {
            propose("change-" + i, i + ".txt", "a\n");
        }
        PullRequestQuery first = PullRequestQuery.of(repository, PullRequest.State.OPEN, 2);

        assertThat(numbers(first)).containsExactly(5, 4);
        assertThat(numbers(first.before(4))).containsExactly(3, 2);
        assertThat(numbers(first.before(2))).containsExactly(1);
        assertThat(host().counts(repository)).isEqualTo(java.util.Map.of(PullRequest.State.OPEN, 5));
    }

    private List<Integer> numbers(PullRequestQuery query) {
        return host().pullRequests(query).stream()
                .map(pull -> pull.ref().number())
                .toList();
    }

    private static NewReview approval(PullRequest pull) {
        return new NewReview(Review.Verdict.APPROVED, pull.head(), "");
    }

    private static NewReview demand(PullRequest pull) {
        return new NewReview(Review.Verdict.CHANGES_REQUESTED, pull.head(), "Not like this.");
    }

    private void protect(ReviewRule rule) {
        host().protect(repository, new BranchProtection("main", Set.of(), Set.of("robot"), rule), ROSA);
    }

    @Test
    void anApprovalIsOfOneCommit() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().review(pull.ref(), approval(pull), ANNA);
        assertThat(now(pull).approvals()).extracting(Review::author).containsExactly("anna");

        commit("change", null, "a.txt", "b\n");

        assertThat(now(pull).approvals()).isEmpty();
        assertThat(now(pull).reviews()).extracting(Review::commit).containsExactly(pull.head());
        assertThatThrownBy(() -> host().review(pull.ref(), approval(pull), ANNA))
                .hasMessageContaining(now(pull).head().brief());
    }

    @Test
    void theAuthorsVerdictDoesNotCount() {
        PullRequest pull = propose("change", "a.txt", "a\n");

        assertThatThrownBy(() -> host().review(pull.ref(), approval(pull), ROSA))
                .isInstanceOfSatisfying(
                        GitException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.REFUSED));
        host().review(pull.ref(), new NewReview(Review.Verdict.COMMENTED, pull.head(), "Look here"), ROSA);
        assertThat(host().reviews(pull.ref())).hasSize(1);
        assertThat(now(pull).reviews()).isEmpty();
    }

    @Test
    void mergesOnlyWithTheApprovalsThatTheProtectionAsksFor() {
        protect(new ReviewRule(1, false, true));
        PullRequest pull = propose("change", "a.txt", "a\n");
        assertThat(reasons(merge(pull))).singleElement().asString().contains("1 approval");
        host().review(pull.ref(), approval(pull), ANNA);
        CommitId newer = commit("change", null, "a.txt", "b\n");

        assertThat(newer).isNotEqualTo(pull.head());
        assertThat(reasons(merge(now(pull)))).singleElement().asString().contains("anna", "older commit");
        host().review(pull.ref(), approval(now(pull)), ANNA);
        assertThat(merge(now(pull))).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void anApprovalOutlivesAPushWhereTheProtectionSaysSo() {
        protect(new ReviewRule(1, false, false));
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().review(pull.ref(), approval(pull), ANNA);
        commit("change", null, "a.txt", "b\n");

        assertThat(merge(now(pull))).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void whoeverAsksForChangesStandsAgainstAMergeUntilTheNextVerdict() {
        protect(new ReviewRule(1, false, true));
        PullRequest pull = propose("change", "a.txt", "a\n");
        host().review(pull.ref(), approval(pull), BOB);
        host().review(pull.ref(), demand(pull), ANNA);

        assertThat(reasons(merge(pull))).singleElement().asString().contains("anna asks for changes");
        host().review(pull.ref(), approval(pull), ANNA);
        assertThat(merge(pull)).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void whoMayPushDirectlyNeedsNoApproval() {
        protect(new ReviewRule(2, true, true));
        PullRequest pull = propose("change", "a.txt", "a\n");

        assertThat(host().merge(pull.ref(), pull.head(), new Actor.Person("robot")))
                .isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void anOwnerOfWhatChangesMustApprove() {
        commit("main", null, "CODEOWNERS", "* @anna\n/docs/ @bob\n");
        protect(new ReviewRule(0, true, true));
        PullRequest pull = propose("change", "docs/a.md", "a\n");
        host().review(pull.ref(), approval(pull), ANNA);

        assertThat(reasons(merge(pull))).singleElement().asString().contains("docs/a.md", "@bob", "line 2");
        host().review(pull.ref(), approval(pull), BOB);
        assertThat(host().approvals(now(pull)).owned().getFirst().approvedBy()).containsExactly("bob");
        assertThat(merge(pull)).isInstanceOf(MergeOutcome.Merged.class);
    }

    @Test
    void nobodyBecomesAnOwnerByProposingIt() {
        commit("main", null, "CODEOWNERS", "* @bob\n");
        protect(new ReviewRule(0, true, true));
        PullRequest pull = propose("change", "CODEOWNERS", "* @anna\n");
        host().review(pull.ref(), approval(pull), ANNA);

        assertThat(reasons(merge(pull))).singleElement().asString().contains("CODEOWNERS", "@bob");
    }

    @Test
    void whatIsWrongWithTheOwnersIsSaidWithItsLine() {
        commit("main", null, "CODEOWNERS", "# Owners\n* bob\n!docs/ @bob\n*.txt @nobody\n");
        PullRequest pull = propose("change", "a.txt", "a\n");

        assertThat(host().approvals(pull).problems())
                .extracting(Problem::where)
                .containsExactly("CODEOWNERS:2", "CODEOWNERS:3", "CODEOWNERS:4");
    }

    /** Main and the branch have merged the same two others, and the branch took these back: there are two merge bases. */
    @Test
    void mergesAndAsksTheOwnersOfWhatTheMergeChangesWhereThereAreSeveralMergeBases() {
        commit("main", null, "CODEOWNERS", "* @anna\n");
        commit("main", null, "a.txt", "1\n");
        CommitId start = commit("main", null, "b.txt", "1\n");
        CommitId one = commit("one", start, "a.txt", "2\n");
        commit("two", start, "b.txt", "2\n");
        commit("back", one, "c.txt", "c\n");
        for (PullRequest each : List.of(open("one", "main"), open("two", "main"), open("two", "back"))) {
            assertThat(merge(each)).isInstanceOf(MergeOutcome.Merged.class);
        }
        commit("back", null, "a.txt", "1\n");
        commit("back", null, "b.txt", "1\n");
        PullRequest pull = open("back");

        assertThat(host().approvals(pull).owned())
                .singleElement()
                .satisfies(owned -> assertThat(owned.paths()).containsExactly("a.txt", "b.txt", "c.txt"));
        assertThat(merge(pull)).isInstanceOf(MergeOutcome.Merged.class);
        assertThat(git().changedPaths(repository, start, main())).containsExactly("c.txt");
    }

    @Test
    void refusesABranchThatHasNothingInCommonWithItsTarget() {
        commit("other", null, "a.txt", "a\n");
        PullRequest pull = open("other");

        assertThat(pull.mergeability()).isEqualTo(PullRequest.Mergeability.CONFLICTING);
        assertThat(reasons(merge(pull))).singleElement().asString().contains("no commit in common");
    }

    @Test
    void squashesToOneCommitThatKeepsTheTrailers() {
        CommitId base = main();
        commit("change", base, "a.txt", "a\n", "First\n\nSlipway-Change: 17\nReviewed-by: x\n", "Rosa");
        commit(
                "change",
                null,
                "b.txt",
                "b\n",
                "Second\n\nSlipway-Kind: test\nCo-authored-by: Bob <bob@x.org>\n",
                "Tom");
        PullRequest pull = open("change");

        assertThat(host().merge(pull.ref(), pull.head(), MergeMethod.SQUASH, ANNA))
                .isEqualTo(new MergeOutcome.Merged(main()));
        Commit squashed = git().commit(repository, main()).orElseThrow();
        assertThat(squashed.parents()).containsExactly(base);
        assertThat(squashed.subject()).isEqualTo("Do it (#" + pull.ref().number() + ")");
        assertThat(squashed.message())
                .contains("Slipway-Change: 17\nSlipway-Kind: test\n")
                .contains("Co-authored-by: Tom <tom@example.org>", "Co-authored-by: Bob <bob@x.org>")
                .doesNotContain("Reviewed-by");
        assertThat(now(pull).mergedAs()).isEqualTo(main());
        assertThat(host().accountsBehind(repository, List.of(main()))).contains("rosa", "anna");
    }

    @Test
    void aConflictIsToldBesideAMissingCheck() {
        host().protect(repository, new BranchProtection("main", Set.of("ci"), Set.of()), ROSA);
        PullRequest pull = propose("change", "README.md", "mine\n");
        commit("main", null, "README.md", "theirs\n");

        assertThat(reasons(merge(now(pull))))
                .satisfiesExactly(
                        check -> assertThat(check).contains("\"ci\""),
                        conflict -> assertThat(conflict).contains("conflicts with main"));
    }

    @Test
    void theBranchGoesWithTheMergeWhereTheRepositorySaysSo() {
        host().change(repository, new RepositorySettings(true), ROSA);
        PullRequest pull = propose("change", "a.txt", "a\n");
        merge(pull);
        assertThat(git().refs(repository)).doesNotContainKey("refs/heads/change");

        host().restoreBranch(pull.ref(), ROSA);

        assertThat(git().refs(repository)).containsEntry("refs/heads/change", pull.head());
    }

    @Test
    void deletesNoBranchWithCommitsThatNobodyProposed() {
        PullRequest pull = propose("change", "a.txt", "a\n");
        merge(pull);
        commit("change", null, "a.txt", "later\n");

        assertThatThrownBy(() -> host().deleteBranch(pull.ref(), ROSA)).isInstanceOf(GitException.class);
        assertThat(git().refs(repository)).containsKey("refs/heads/change");
    }
}
