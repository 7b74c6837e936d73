package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Repositories and pull requests as people see them in a browser. */
@GitTest
class GitPagesIT {

    private static final Actor ROSA = new Actor.Person("pages-rosa");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "p-" + UUID.randomUUID().toString().substring(0, 8));
    private final String path = "/repositories/" + repository;
    private Caller engineer;
    private Caller viewer;

    @BeforeEach
    void createWithFiles() {
        host.create(repository, "What things cost", ROSA);
        commit(
                "main",
                null,
                file(
                        "README.md",
                        "# Prices\n\n[guide](docs/guide.md) <script>alert(1)</script> [bad](javascript:alert(2))\n"),
                file("docs/guide.md", "Read **me**.\n"),
                file("src/Main.java", "class Main {\n    // <b>\n}\n"),
                new FileChange.Put("logo.png", new FileContent(new byte[] {1, 0, 2}, FileMode.REGULAR)));
        engineer = callers.browserOf("pages-engineer", Role.PLATFORM_ENGINEER);
        viewer = callers.browserOf("pages-viewer", Role.VIEWER);
    }

    private static FileChange file(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }

    private CommitId commit(String branch, @Nullable CommitId base, FileChange... changes) {
        CommitId head = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        NewCommit commit = new NewCommit(
                Arrays.asList(changes), "Work on " + branch + "\n", new Commit.Person("Rosa", "rosa@example.org"));
        BranchUpdate update = new BranchUpdate(branch, head, head == null ? base : head, java.util.List.of(commit));
        return ((PushOutcome.Pushed) git.push(repository, update)).commits().getLast();
    }

    private PullRequest propose(FileChange... changes) {
        commit("change", git.resolve(repository, "main").orElseThrow(), changes);
        return host.open(
                new NewPullRequest(repository, "change", "main", "Round up", "For **everybody** <script>"), ROSA);
    }

    private String page(Caller caller, String address) {
        var answer = caller.get(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String pull(PullRequest pull) {
        return path + "/pulls/" + pull.ref().number();
    }

    @Test
    void publishesAVersionAndSaysWhatIsWrongWithOne() {
        assertThat(page(viewer, path + "/releases"))
                .contains("Nothing is published yet")
                .doesNotContain("Publish a version");

        assertThat(publish(engineer, "v1.2.0", "nowhere").body()).contains("nowhere", "a branch, a tag or a commit");
        assertThat(publish(engineer, "v1 2", "main").body()).contains("cannot be a tag");
        assertThat(publish(engineer, "v1.2.0", "main").statusCode()).isEqualTo(302);

        assertThat(page(viewer, path + "/releases")).contains("v1.2.0", "Cheaper &lt;b&gt;");
        assertThat(host.releases(repository)).extracting(HostedRelease::author).containsExactly("pages-engineer");
        assertThat(publish(viewer, "v1.3.0", "main").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> publish(Caller caller, String tag, String of) {
        return caller.submit("/account", path + "/releases", Map.of("tag", tag, "of", of, "notes", "Cheaper <b>"));
    }

    @Test
    void whatSomebodyCallsHimselfDoesNotTurnTheLineItStandsIn() {
        CommitId head = git.resolve(repository, "main").orElseThrow();
        NewCommit commit = new NewCommit(
                java.util.List.of(file("a.txt", "a")), "Work\n", new Commit.Person("\u202Easor", "rosa@example.org"));
        git.push(repository, BranchUpdate.onto("main", head, java.util.List.of(commit)));

        assertThat(page(viewer, path + "/commits")).contains("<bdi class=\"commit-author\">\u202Easor</bdi>");
    }

    @Test
    void comparesTwoRevisionsAndSaysWhichIsNotThere() {
        CommitId first = git.resolve(repository, "main").orElseThrow();
        CommitId second = commit("main", first, file("docs/guide.md", "Read <me>.\n"));
        String comparison = path + "/compare?from=" + first + "&to=";

        assertThat(page(viewer, comparison + "main"))
                .contains(
                        "1 commit",
                        "1 file changed",
                        "docs/guide.md",
                        "Read &lt;me&gt;.",
                        first.brief(),
                        second.brief());
        assertThat(page(viewer, path + "/compare?from=main&to=" + first)).contains("No commit comes", "1 file changed");
        assertThat(viewer.get(comparison + "nowhere").statusCode()).isEqualTo(404);
        assertThat(viewer.get(comparison + "nowhere").body()).contains("There is no branch, tag or commit");
    }

    @Test
    void findsRepositoriesByNameAndDescription() {
        assertThat(page(viewer, "/repositories?q=" + repository.name())).contains(repository.toString());
        assertThat(page(viewer, "/repositories?q=no-such-thing-anywhere"))
                .contains("Nothing found")
                .doesNotContain(path);
    }

    @Test
    void showsFilesCloneAddressAndAReadmeThatCannotHarm() {
        assertThat(page(viewer, path))
                .contains("/git/" + repository + ".git")
                .contains("href=\"" + path + "/files/docs/guide.md\"")
                .contains("href=\"" + path + "/files/src?revision=main\"")
                .doesNotContain("<script>alert")
                .doesNotContain("javascript:alert");
    }

    @Test
    void showsAFileWithItsLines() {
        assertThat(page(viewer, path + "/files/src/Main.java"))
                .contains("id=\"L3\"")
                .contains("class Main {")
                .contains("&lt;b&gt;");
        assertThat(page(viewer, path + "/files/docs/guide.md")).contains("<strong>me</strong>");
        assertThat(page(viewer, path + "/files/logo.png")).contains("This is a binary file");
    }

    @Test
    void saysThatThereIsNoSuchFileOrRevision() {
        assertThat(viewer.get(path + "/files/nowhere.txt").statusCode()).isEqualTo(404);
        assertThat(viewer.get(path + "/files/README.md?revision=no-branch").body())
                .contains("no branch, tag or commit");
        assertThat(viewer.get("/repositories/acme/nothing-here").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatACommitChanged() {
        CommitId commit = commit("main", null, file("src/Main.java", "class Main {\n    // <i>\n}\n"));

        assertThat(page(viewer, path + "/commits")).contains("Work on main").contains(commit.brief());
        assertThat(page(viewer, path + "/commits/" + commit))
                .contains("@@ -1,3 +1,3 @@")
                .contains("// &lt;i&gt;")
                .contains("1 file changed");
    }

    @Test
    void opensAPullRequestFromABranch() {
        commit("idea", git.resolve(repository, "main").orElseThrow(), file("idea.txt", "new\n"));
        String form = path + "/pulls/new?branch=idea";

        assertThat(page(engineer, form)).contains("Work on idea").contains("idea.txt");
        var answer = engineer.submit(form, path + "/pulls", Map.of("branch", "idea", "title", "My idea", "body", ""));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(page(viewer, path + "/pulls")).contains("My idea");
    }

    @Test
    void mergesWithAButton() {
        PullRequest pull = propose(file("a.txt", "a\n"));

        assertThat(page(engineer, pull(pull)))
                .contains("For <strong>everybody</strong>")
                .contains(pull(pull) + "/merge");
        var answer = engineer.submit(
                pull(pull), pull(pull) + "/merge", Map.of("head", pull.head().value()));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(page(viewer, pull(pull))).contains("Merged as").contains("a.txt");
        assertThat(page(viewer, path + "/pulls?state=MERGED")).contains("Round up");
    }

    @Test
    void saysWhyItCannotBeMerged() {
        host.protect(repository, new BranchProtection("main", Set.of("slipway/build"), Set.of()), ROSA);
        PullRequest pull = propose(file("README.md", "mine\n"));
        commit("main", null, file("README.md", "theirs\n"));

        assertThat(page(engineer, pull(pull)))
                .contains("It conflicts with main")
                .contains("<code class=\"text-break\">README.md</code>")
                .contains("slipway/build", "has not reported yet")
                .doesNotContain(pull(pull) + "/merge");
    }

    @Test
    void letsNobodyMergeOrCloseWhoMayOnlyLook() {
        PullRequest pull = propose(file("a.txt", "a\n"));

        assertThat(page(viewer, pull(pull)))
                .doesNotContain(pull(pull) + "/merge")
                .doesNotContain(pull(pull) + "/close")
                .doesNotContain(pull(pull) + "/comments");
        for (String command : new String[] {"merge", "close", "comments"}) {
            var fields = Map.of("head", pull.head().value(), "markdown", "Hello");
            assertThat(viewer.submit("/account", pull(pull) + "/" + command, fields)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(host.pullRequest(pull.ref()).orElseThrow().state()).isEqualTo(PullRequest.State.OPEN);
    }

    @Test
    void takesCommentsInMarkdown() {
        PullRequest pull = propose(file("a.txt", "a\n"));

        engineer.submit(
                pull(pull), pull(pull) + "/comments", Map.of("markdown", "Good **work** <img src=x onerror=y>"));

        assertThat(page(viewer, pull(pull)))
                .contains("Good <strong>work</strong>")
                .contains("pages-engineer")
                .doesNotContain("onerror");
    }

    @Test
    void closesWithoutMerging() {
        PullRequest pull = propose(file("a.txt", "a\n"));

        engineer.submit(pull(pull), pull(pull) + "/close", Map.of());

        assertThat(page(viewer, pull(pull))).contains("Closed without merging");
    }

    @Test
    void letsAnAuthorCloseTheirOwnButNotThoseOfOthers() {
        Caller developer = callers.browserOf("pages-rosa", Role.DEVELOPER);
        Caller other = callers.browserOf("pages-other", Role.DEVELOPER);
        PullRequest pull = propose(file("a.txt", "a\n"));

        assertThat(other.submit(pull(pull), pull(pull) + "/close", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(developer.submit(pull(pull), pull(pull) + "/close", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(host.pullRequest(pull.ref()).orElseThrow().state()).isEqualTo(PullRequest.State.CLOSED);
    }

    @Test
    void showsAPullRequestWhoseMergeIsDoneAsItWasProposed() {
        PullRequest pull = propose(file("only-in-the-change.txt", "a\n"));
        commit("main", null, file("meanwhile.txt", "b\n"));
        host.merge(pull.ref(), pull.head(), ROSA);
        commit("main", null, file("later.txt", "c\n"));

        assertThat(page(viewer, pull(pull)))
                .contains("only-in-the-change.txt")
                .contains("1 file changed")
                .doesNotContain("meanwhile.txt", "later.txt");
    }
}
