package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.support.SlipwayTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class PublishActionsIT {

    private static final Actor ROSA = new Actor.Person("rosa");
    private static final String PULL_REQUEST = "publish:github:pull-request";

    @Autowired
    ActionRegistry registry;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    @Autowired
    RepositoryAddresses addresses;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 8);
    private final RepositoryRef repository = new RepositoryRef("acme", name);
    private final String url = "github.com?owner=acme&repo=" + name;
    private final String run = UUID.randomUUID().toString();
    private final Workspace workspace = new Workspace();
    private final List<String> log = new ArrayList<>();
    private String account = "rosa";

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void seed() {
        jdbc.sql("""
                        insert into scaffolder_runs
                            (id, template, title, commit, account, parameters, status, started_at, attempted_at, ended_at)
                        values (cast(? as uuid), 't', 't', '', 'rosa', '{}', 'FAILED', now(), now(), now())
                        """).param(run).update();
        host.create(repository, "", ROSA);
        push("main", "infra/a.tf", "old\n");
    }

    @Test
    void opensOnePullRequestHoweverOftenItIsKilled() {
        workspace.write("out/a.tf", FileContent.text("new\n"));
        workspace.write(
                "out/run.sh", new FileContent("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8), FileMode.EXECUTABLE));
        Map<String, @Nullable Object> input =
                proposal("sourcePath", "out", "targetPath", "infra", "reviewers", List.of("bob"));

        Map<String, @Nullable Object> outputs = done(PULL_REQUEST, input);

        assertThat(done(PULL_REQUEST, input)).isEqualTo(outputs);
        PullRequest pull = host.pullRequests(repository, null).getFirst();
        assertThat(host.pullRequests(repository, null)).hasSize(1);
        assertThat(outputs)
                .containsEntry("pullRequestNumber", (long) pull.ref().number())
                .containsEntry("targetBranchName", "main")
                .containsEntry(
                        "remoteUrl",
                        addresses.page(repository) + "/pulls/" + pull.ref().number());
        Snapshot tree = git.snapshot(repository, pull.head());
        assertThat(tree.text("infra/a.tf")).contains("new\n");
        assertThat(tree.entry("infra/run.sh").orElseThrow().mode()).isEqualTo(FileMode.EXECUTABLE);
        assertThat(host.comments(pull.ref()))
                .singleElement()
                .satisfies(comment -> assertThat(comment.markdown()).contains("bob"));
    }

    @Test
    void findsItsPullRequestWhenItIsMergedMeanwhile() {
        workspace.write("b.txt", FileContent.text("b"));
        Map<String, @Nullable Object> outputs = done(PULL_REQUEST, proposal());
        PullRequest pull = host.pullRequests(repository, null).getFirst();
        host.merge(pull.ref(), pull.head(), Actor.system("test"));

        assertThat(done(PULL_REQUEST, proposal())).isEqualTo(outputs);
    }

    @Test
    void takesItsPullRequestBackUnlessOthersHaveWorkedOnIt() {
        workspace.write("b.txt", FileContent.text("b"));
        done(PULL_REQUEST, proposal());

        action(PULL_REQUEST).undo(context(proposal()));

        assertThat(host.pullRequests(repository, null).getFirst().state()).isEqualTo(PullRequest.State.CLOSED);
        assertThat(git.resolve(repository, "refs/heads/change")).isEmpty();
        action(PULL_REQUEST).undo(context(proposal()));
    }

    @Test
    void leavesWhatOthersHaveAdded() {
        workspace.write("b.txt", FileContent.text("b"));
        done(PULL_REQUEST, proposal());
        push("change", "c.txt", "c");

        action(PULL_REQUEST).undo(context(proposal()));

        assertThat(host.pullRequests(repository, null).getFirst().state()).isEqualTo(PullRequest.State.OPEN);
        assertThat(log).anyMatch(line -> line.contains("others have worked on its branch"));
    }

    @Test
    void updatesABranchOnlyWhenAsked() {
        git.push(repository, new BranchUpdate("change", null, head("main"), List.of(commit("other.txt", "x"))));
        workspace.write("b.txt", FileContent.text("b"));

        assertThatThrownBy(() -> done(PULL_REQUEST, proposal()))
                .hasMessageContaining("has a branch \"change\" already");
        done(PULL_REQUEST, proposal("update", true, "filesToDelete", List.of("infra/a.tf")));

        Snapshot tree = git.snapshot(
                repository, host.pullRequests(repository, null).getFirst().head());
        assertThat(tree.isFile("other.txt")).isTrue();
        assertThat(tree.isFile("b.txt")).isTrue();
        assertThat(tree.isFile("infra/a.tf")).isFalse();
    }

    @Test
    void makesNoEmptyPullRequestWhenToldSo() {
        workspace.write("infra/a.tf", FileContent.text("old\n"));

        assertThat(done(PULL_REQUEST, proposal("createWhenEmpty", false))).isEmpty();
        assertThat(host.pullRequests(repository, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sourcePath,../x",
        "targetPath,../../etc",
        "targetPath,.git/hooks",
        "targetPath,C:/x",
        "sourcePath,a\\..\\.."
    })
    void refusesPathsThatLeadOut(String key, String path) {
        workspace.write("b.txt", FileContent.text("b"));

        assertThatThrownBy(() -> done(PULL_REQUEST, proposal(key, path))).hasMessageContaining("leads out");
        assertThat(git.resolve(repository, "refs/heads/change")).isEmpty();
    }

    @Test
    void refusesWhoMayNotWrite() {
        account = "nobody";
        workspace.write("b.txt", FileContent.text("b"));

        assertThat(action(PULL_REQUEST).check(context(proposal()).run(), proposal()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("You may not write"));
        assertThatThrownBy(() -> done(PULL_REQUEST, proposal())).isInstanceOf(RuntimeException.class);
        assertThat(host.pullRequests(repository, null)).isEmpty();
    }

    @Test
    void readsTreesOfHostedRepositoriesByAnyOfTheirAddresses() {
        push("feature/x", "infra/b.tf", "branch\n");

        done("fetch:plain", Map.of("url", addresses.git(repository) + "/tree/feature/x/infra", "targetPath", "one"));
        done("fetch:plain", Map.of("url", addresses.page(repository) + "/files/infra", "targetPath", "two"));
        done(
                "fetch:plain:file",
                Map.of(
                        "url",
                        addresses.git(repository).replace(".git", "") + "/blob/main/infra/a.tf",
                        "targetPath",
                        "three"));

        assertThat(workspace.tree().files()).containsOnlyKeys("one/a.tf", "one/b.tf", "two/a.tf", "three");
        assertThat(workspace.text("one/b.tf")).contains("branch\n");
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com/acme/x,there is no adapter for the host \"gitlab.com\"",
        "http://169.254.169.254/latest/meta-data,there is no adapter for the host",
        "http://localhost:1/git/acme/x,there is no adapter for the host",
        "file:///etc/passwd,there is no adapter for such addresses",
        "https://user:secret@gitlab.com/x,An address with credentials"
    })
    void fetchesNothingElse(String address, String why) {
        assertThatThrownBy(() -> done("fetch:plain", Map.of("url", address)))
                .hasMessageContaining(why)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
    }

    @Test
    void readsEntitiesForTheRunsUser() {
        Map<String, @Nullable Object> outputs = done(
                "catalog:fetch",
                Map.of(
                        "entityRef",
                        "group:default/red",
                        "entityRefs",
                        List.of("group:red", "group:none"),
                        "optional",
                        true));

        assertThat(outputs.get("entity")).asString().contains("kind=Group");
        assertThat((List<?>) outputs.get("entities")).hasSize(2).last().isNull();
        assertThatThrownBy(() -> done("catalog:fetch", Map.of("entityRef", "group:none")))
                .hasMessage("The catalog has no entity \"group:default/none\".");
    }

    @Test
    void publishesWithEverythingThatTheHostHas() {
        workspace.write("service/README.md", FileContent.text("hi"));
        String other = "github.com?owner=acme&repo=" + name + "-new";
        RepositoryRef made = new RepositoryRef("acme", name + "-new");

        Map<String, @Nullable Object> outputs = done(
                "publish:github",
                Map.of(
                        "repoUrl",
                        other,
                        "sourcePath",
                        "service",
                        "gitCommitMessage",
                        "Begin",
                        "requiredApprovingReviewCount",
                        1L,
                        "requiredStatusCheckContexts",
                        List.of("ci"),
                        "topics",
                        List.of("x"),
                        "deleteBranchOnMerge",
                        true));

        CommitId first = new CommitId(String.valueOf(outputs.get("commitHash")));
        assertThat(git.snapshot(made, first).text("README.md")).contains("hi");
        assertThat(git.commit(made, first).orElseThrow().message()).startsWith("Begin\n");
        assertThat(host.protection(made, "main").orElseThrow().reviews().approvals())
                .isEqualTo(1);
        assertThat(host.settings(made).deleteBranchOnMerge()).isTrue();
        assertThat(log).contains("This host has nothing for topics: left out");

        action("publish:github").undo(context(Map.of("repoUrl", other)));
        assertThat(host.repository(made)).isEmpty();
    }

    @Test
    void takesTheDefaultBranchThatATemplateAskedForToBeMain() {
        String other = "github.com?owner=acme&repo=" + name + "-new";
        RepositoryRef made = new RepositoryRef("acme", name + "-new");
        workspace.write("a.txt", FileContent.text("a"));
        done("publish:github", Map.of("repoUrl", other, "defaultBranch", "master", "protectDefaultBranch", false));

        workspace.write("b.txt", FileContent.text("b"));
        Map<String, @Nullable Object> proposed =
                done(PULL_REQUEST, proposal("repoUrl", other, "targetBranchName", "master"));
        done("github:branch-protection:create", Map.of("repoUrl", other, "branch", "master"));

        assertThat(proposed).containsEntry("targetBranchName", "main");
        assertThat(host.protection(made, "main")).isPresent();
        assertThat(log).contains("The default branch of " + made + " is main: taken for master");
        assertThatThrownBy(() -> done(PULL_REQUEST, proposal("targetBranchName", "master")))
                .hasMessageContaining("has no branch \"master\"");
    }

    @Test
    void neverWritesToTheBranchesOnWhichSlipwayProposes() {
        String own = "slipway/change/7d6b2d3e-0000-4000-8000-000000000000";

        assertThatThrownBy(() -> done(PULL_REQUEST, proposal("branchName", own)))
                .hasMessageContaining("\"" + own + "\" is for Slipway alone");

        assertThat(git.resolve(repository, "refs/heads/" + own)).isEmpty();
    }

    @Test
    void pushesToTheDefaultBranchOfARepositoryThatItMade() {
        String other = "github.com?owner=acme&repo=" + name + "-bare";
        RepositoryRef made = new RepositoryRef("acme", name + "-bare");
        workspace.write("a.txt", FileContent.text("a"));
        done("github:repo:create", Map.of("repoUrl", other));

        Map<String, @Nullable Object> pushed =
                done("github:repo:push", Map.of("repoUrl", other, "defaultBranch", "master"));

        assertThat(git.resolve(made, "refs/heads/main").map(CommitId::value))
                .contains(String.valueOf(pushed.get("commitHash")));
        assertThat(git.resolve(made, "refs/heads/master")).isEmpty();
    }

    @Test
    void sayHowTheyFindOutWhatTheyHaveDone() {
        assertThat(registry.actions().all())
                .allSatisfy(action ->
                        assertThat(action.afterAKill()).as(action.id()).endsWith("."));
        assertThat(action(PULL_REQUEST).afterAKill()).contains("are not made again");
        assertThat(action("fs:delete").afterAKill()).contains("carried out again");
    }

    private Map<String, @Nullable Object> proposal(Object... more) {
        Map<String, @Nullable Object> input = new HashMap<>(
                Map.of("repoUrl", url, "branchName", "change", "title", "Change it", "description", "Why"));
        for (int i = 0; i < more.length; i += 2) {
            input.put(String.valueOf(more[i]), more[i + 1]);
        }
        return input;
    }

    private Action action(String id) {
        return registry.actions().find(id).orElseThrow();
    }

    private Map<String, @Nullable Object> done(String id, Map<String, @Nullable Object> input) {
        return ((ActionResult.Done) action(id).run(context(input))).outputs();
    }

    private ActionContext context(Map<String, @Nullable Object> input) {
        RunInfo info = new RunInfo(run, "user:default/" + account, "t", "", Map.of());
        return new ActionContext(info, "step", input, workspace, MemoryTree.of(Map.of()), log::add);
    }

    private CommitId head(String branch) {
        return git.resolve(repository, "refs/heads/" + branch).orElse(null);
    }

    private static NewCommit commit(String path, String text) {
        return new NewCommit(
                List.of(new FileChange.Put(path, FileContent.text(text))),
                "Change\n",
                new Commit.Person("Tester", "tester@example.org"));
    }

    private void push(String branch, String path, String text) {
        CommitId head = head(branch);
        git.push(
                repository,
                new BranchUpdate(branch, head, head == null ? head("main") : head, List.of(commit(path, text))));
    }
}
