package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Role;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What a developer does with the git command line, over HTTP. */
@GitTest
class GitCommandLineIT {

    private static final Actor TEST = Actor.system("test");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    @TempDir
    private Path directory;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "r-" + UUID.randomUUID().toString().substring(0, 8));
    private GitCommandLine work;
    private Caller engineer;

    @BeforeEach
    void cloneAndPushTheFirstCommit() {
        host.create(repository, "Prices", TEST);
        engineer = callers.tokenOf("git-engineer", Role.PLATFORM_ENGINEER);
        new GitCommandLine(directory).run("clone", "-q", url("git-rosa"), "work");
        work = new GitCommandLine(directory.resolve("work"));
        work.run("switch", "-q", "-C", "main");
        work.commit("README.md", "one\n", "Begin");
        work.run("push", "-q", "origin", "main");
        protect();
    }

    private void protect(String... checks) {
        host.protect(repository, new BranchProtection("main", Set.of(checks), Set.of()), TEST);
    }

    private String url(String account) {
        return address(account + ":" + callers.token(account, Set.of(), Role.DEVELOPER));
    }

    private String address(String credentials) {
        return "http://" + credentials + "@127.0.0.1:" + callers.address().getPort() + "/git/" + repository + ".git";
    }

    private String pushBranch(String name, String path, String text) {
        work.run("switch", "-q", "-C", name, "origin/main");
        work.commit(path, text, "Change " + path);
        return work.run("push", "origin", name);
    }

    private PullRequest open(String branch) {
        return host.open(new NewPullRequest(repository, branch, "main", "Do it", ""), new Actor.Person("git-rosa"));
    }

    private HttpResponse<String> merge(PullRequest pull) {
        return engineer.post(
                "/api/v1/repositories/" + repository + "/pulls/" + pull.ref().number() + "/merge", "{}");
    }

    private PullRequest now(PullRequestRef ref) {
        return host.pullRequest(ref).orElseThrow();
    }

    @Test
    void clonesWhatWasPushed() {
        new GitCommandLine(directory).run("clone", "-q", url("git-bob"), "other");

        GitCommandLine other = new GitCommandLine(directory.resolve("other"));
        assertThat(other.head()).isEqualTo(work.head());
        assertThat(directory.resolve("other/README.md")).hasContent("one");
    }

    @Test
    void pushingABranchSaysHowToOpenAPullRequest() {
        assertThat(pushBranch("change", "a.txt", "a\n"))
                .contains("open a pull request at")
                .contains("http://slipway.localhost:7070/repositories/" + repository + "/pulls/new?branch=change");
    }

    @Test
    void refusesAPushToTheProtectedBranchAndSaysWhatToDo() {
        String before = work.head();
        work.commit("a.txt", "a\n", "Straight to main");

        GitCommandLine.Result push = work.attempt("push", "origin", "main");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains("main is protected").contains("open a pull request");
        assertThat(git.resolve(repository, "main")).contains(new CommitId(before));
    }

    @Test
    void refusesAWrongPassword() {
        GitCommandLine.Result clone =
                new GitCommandLine(directory).attempt("clone", address("git-rosa:wrong"), "never");

        assertThat(clone.exitCode()).isNotZero();
        assertThat(clone.output()).containsIgnoringCase("authentication failed");
        assertThat(directory.resolve("never")).doesNotExist();
    }

    @Test
    void takesNothingIntoAnArchivedRepository() {
        host.archive(repository, TEST);
        work.run("switch", "-q", "-c", "late");
        work.commit("a.txt", "a\n", "Too late");

        GitCommandLine.Result push = work.attempt("push", "origin", "late");

        assertThat(push.exitCode()).isNotZero();
        assertThat(push.output()).contains(repository + " is archived");
        assertThat(git.resolve(repository, "refs/heads/late")).isEmpty();
    }

    @Test
    void refusesToMoveOrRemoveTheTagOfAPublishedReleaseWhoeverPushes() {
        String published = work.head();
        publish("v1.0.0", published);
        String administrator = address("git-boss:" + callers.token("git-boss", Set.of(), Role.ADMINISTRATOR));
        work.run("commit", "-q", "--allow-empty", "-m", "Another");
        work.run("tag", "-f", "v1.0.0");

        for (String push : List.of("+refs/tags/v1.0.0", ":refs/tags/v1.0.0")) {
            for (String to : List.of("origin", administrator)) {
                GitCommandLine.Result result = work.attempt("push", to, push);

                assertThat(result.exitCode()).as(push).isNotZero();
                assertThat(result.output()).contains("the tag v1.0.0 belongs to a published release");
            }
        }
        assertThat(git.resolve(repository, "refs/tags/v1.0.0")).contains(new CommitId(published));
    }

    @Test
    void tagsWithoutAReleaseStayTheirPushersOwn() {
        publish("v1.0.0", work.head());
        work.run("tag", "v1.0.1-rc");
        work.run("push", "origin", "v1.0.1-rc");
        work.run("commit", "-q", "--allow-empty", "-m", "Another");
        work.run("tag", "-f", "v1.0.1-rc");

        work.run("push", "-f", "origin", "v1.0.1-rc");

        assertThat(git.resolve(repository, "refs/tags/v1.0.1-rc")).contains(new CommitId(work.head()));
    }

    private void publish(String tag, String commit) {
        host.publishRelease(
                repository, new HostedRelease(tag, new CommitId(commit), tag, "", "git-rosa", Instant.now()), TEST);
    }

    @Test
    void whoPushesIsKnownWhateverElseIsInThePush() {
        work.run("switch", "-q", "-c", "sneaky");
        work.commit("a.txt", "a\n", "First");
        String first = work.head();
        work.commit("a.txt", "b\n", "Second");
        work.run("tag", "v0-sneaky");
        work.run("branch", "twin");

        work.run("push", "-q", "origin", "sneaky", "twin", "v0-sneaky");

        assertThat(host.accountsBehind(repository, List.of(new CommitId(first))))
                .containsExactly("git-rosa");
        assertThat(host.accountsBehind(repository, List.of(new CommitId(work.head()))))
                .containsExactly("git-rosa");
    }

    @Test
    void aPushUpdatesItsPullRequest() {
        pushBranch("change", "a.txt", "a\n");
        PullRequest pull = open("change");

        work.commit("a.txt", "b\n", "Better");
        String said = work.run("push", "origin", "change");

        assertThat(said).contains("updates pull request #" + pull.ref().number());
        assertThat(now(pull.ref()).head()).isEqualTo(new CommitId(work.head()));
    }

    @Test
    void mergesOverRest() {
        pushBranch("change", "a.txt", "a\n");
        PullRequest pull = open("change");

        assertThat(merge(pull).statusCode()).isEqualTo(200);

        work.run("fetch", "-q", "origin");
        assertThat(work.run("show", "origin/main:a.txt")).isEqualTo("a\n");
        assertThat(now(pull.ref()).state()).isEqualTo(PullRequest.State.MERGED);
    }

    @Test
    void aConflictNamesItsPaths() {
        pushBranch("mine", "README.md", "mine\n");
        pushBranch("theirs", "README.md", "theirs\n");
        assertThat(merge(open("theirs")).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = merge(open("mine"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("README.md").contains("Both sides changed this file");
    }

    @Test
    void aMissingRequiredCheckRefusesTheMergeByItsName() {
        protect("slipway/build");
        pushBranch("change", "a.txt", "a\n");
        PullRequest pull = open("change");

        HttpResponse<String> refused = merge(pull);
        host.setStatus(
                repository,
                pull.head(),
                new CommitStatus("slipway/build", CommitStatus.State.SUCCESS, "built", "/builds/1"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("slipway/build").contains("has not reported yet");
        assertThat(merge(pull).statusCode()).isEqualTo(200);
    }
}
