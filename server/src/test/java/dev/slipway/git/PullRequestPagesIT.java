package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reviewing, labelling and ending pull requests in a browser; files line by line. */
@GitTest
class PullRequestPagesIT {

    private static final Actor ROSA = new Actor.Person("pulls-rosa");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "r-" + UUID.randomUUID().toString().substring(0, 8));
    private final String path = "/repositories/" + repository;
    private Caller engineer;
    private Caller viewer;

    @BeforeEach
    void createWithAFile() {
        host.create(repository, "What things cost", ROSA);
        commit("main", "prices.txt", "one\ntwo\n", "Tom");
        engineer = callers.browserOf("pulls-engineer", Role.PLATFORM_ENGINEER);
        viewer = callers.browserOf("pulls-viewer", Role.VIEWER);
    }

    private CommitId commit(String branch, String file, String text, String author) {
        CommitId head = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        CommitId base =
                head == null ? git.resolve(repository, "refs/heads/main").orElse(null) : head;
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(file, FileContent.text(text))),
                author + " writes " + file + "\n",
                new Commit.Person(author, author + "@example.org"));
        return ((PushOutcome.Pushed) git.push(repository, new BranchUpdate(branch, head, base, List.of(commit))))
                .commits()
                .getLast();
    }

    private PullRequest propose(String branch) {
        commit(branch, branch + ".txt", "new\n", "Rosa");
        return host.open(new NewPullRequest(repository, branch, "main", "Do " + branch, ""), ROSA);
    }

    private String address(PullRequest pull) {
        return path + "/pulls/" + pull.ref().number();
    }

    private static String page(Caller caller, String address) {
        var answer = caller.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void submit(PullRequest pull, String action, Map<String, String> form) {
        var answer = engineer.submit(address(pull), address(pull) + "/" + action, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private PullRequest now(PullRequest pull) {
        return host.pullRequest(pull.ref()).orElseThrow();
    }

    @Test
    void approvesTheCommitThatWasSeen() {
        PullRequest pull = propose("change");
        host.protect(
                repository, new BranchProtection("main", Set.of(), Set.of(), new ReviewRule(1, false, true)), ROSA);
        assertThat(page(engineer, address(pull)))
                .contains("It needs 1 approval")
                .doesNotContain("/merge\"");

        submit(
                pull,
                "comments",
                Map.of("verdict", "APPROVED", "head", pull.head().value(), "markdown", "Fine"));

        assertThat(page(engineer, address(pull))).contains("Approved", "1 of 1 required approval", "/merge\"");
        assertThat(now(pull).approvals()).extracting(Review::author).containsExactly("pulls-engineer");
    }

    @Test
    void approvesNothingThatWasPushedMeanwhile() {
        PullRequest pull = propose("change");
        commit("change", "more.txt", "x\n", "Rosa");

        var answer = engineer.submit(
                address(pull),
                address(pull) + "/comments",
                Map.of("verdict", "APPROVED", "head", pull.head().value()));

        assertThat(answer.body()).contains("The pull request has moved");
        assertThat(now(pull).reviews()).isEmpty();
    }

    @Test
    void offersNoVerdictToItsAuthor() {
        Caller author = callers.browserOf("pulls-rosa", Role.PLATFORM_ENGINEER);
        PullRequest pull = propose("change");

        assertThat(page(author, address(pull))).contains("Your comment").doesNotContain("Approve</button>");
    }

    @Test
    void aCheckThatRunsIsWaitedForAndNotWrong() {
        PullRequest pull = propose("change");
        host.protect(repository, new BranchProtection("main", Set.of("ci"), Set.of()), ROSA);
        host.setStatus(repository, pull.head(), new CommitStatus("ci", CommitStatus.State.PENDING, "Building", null));
        assertThat(page(engineer, address(pull))).contains("env-reason m-0 env-reason-quiet");

        host.setStatus(repository, pull.head(), new CommitStatus("ci", CommitStatus.State.FAILURE, "Broken", null));
        assertThat(page(engineer, address(pull))).contains("Broken").doesNotContain("env-reason-quiet");
    }

    @Test
    void labelsAndFindsByLabel() {
        PullRequest pull = propose("change");
        propose("other");
        submit(pull, "labels", Map.of("label", "preview"));

        assertThat(page(engineer, path + "/pulls?label=preview"))
                .contains("Do change", "class=\"label\"")
                .doesNotContain("Do other");
        submit(pull, "labels", Map.of("label", "preview", "remove", "true"));
        assertThat(now(pull).labels()).isEmpty();
    }

    @Test
    void closesReopensAndDeletesTheBranch() {
        PullRequest pull = propose("change");
        submit(pull, "close", Map.of());
        submit(pull, "delete-branch", Map.of());
        assertThat(page(engineer, address(pull))).contains("Restore the branch", "Reopen", "change.txt");

        submit(pull, "reopen", Map.of());
        submit(pull, "draft", Map.of());

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(page(engineer, address(pull))).contains("It is a draft.", "Ready for review");
    }

    @Test
    void squashes() {
        PullRequest pull = propose("change");

        submit(pull, "merge", Map.of("head", pull.head().value(), "method", "SQUASH"));

        assertThat(now(pull).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(page(viewer, address(pull))).contains("change.txt", "1 commit");
    }

    @Test
    void pagesThroughMoreThanOnePageShows() {
        for (int i = 1; i <= 27; i++) {
            propose("change-" + i);
        }

        assertThat(page(viewer, path + "/pulls"))
                .contains("Do change-27", "before=3", "Open 27")
                .doesNotContain("Do change-2<");
        assertThat(page(viewer, path + "/pulls?before=3")).contains("Do change-2<", "Do change-1<", "Newest");
    }

    @Test
    void changesSettingsOnlyForThoseWhoMay() {
        String settings = path + "/settings";
        var answer = engineer.submit(
                settings, settings, Map.of("approvals", "2", "codeOwners", "true", "deleteBranchOnMerge", "true"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(host.protection(repository, "main").orElseThrow().reviews())
                .isEqualTo(new ReviewRule(2, true, false));
        assertThat(host.settings(repository).deleteBranchOnMerge()).isTrue();
        assertThat(page(viewer, settings)).contains("fieldset").doesNotContain("Save</button>");
        assertThat(viewer.submit(path, settings, Map.of("approvals", "0")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void blamesEachLineOnItsCommit() {
        CommitId second = commit("main", "prices.txt", "one\nthree <b>\n", "Rosa");

        assertThat(page(viewer, path + "/blame/prices.txt"))
                .contains("Tom", "Rosa", "three &lt;b&gt;", path + "/commits/" + second);
        assertThat(viewer.get(path + "/blame/nowhere.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheHistoryOfOneFile() {
        commit("main", "other.txt", "x\n", "Rosa");

        assertThat(page(viewer, path + "/commits?path=prices.txt"))
                .contains("Tom writes prices.txt")
                .doesNotContain("Rosa writes other.txt");
    }
}
