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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Pull requests over REST. */
@GitTest
class PullRequestResourceIT {

    private static final Actor ROSA = new Actor.Person("rest-rosa");

    @Autowired
    private GitHost host;

    @Autowired
    private GitContent git;

    @Autowired
    private Callers callers;

    private final RepositoryRef repository =
            new RepositoryRef("acme", "a-" + UUID.randomUUID().toString().substring(0, 8));
    private final String path = "/api/v1/repositories/" + repository;
    private Caller engineer;
    private PullRequest pull;

    @BeforeEach
    void proposeSomething() {
        host.create(repository, "", ROSA);
        commit("main", "a.txt", "a\n");
        commit("change", "b.txt", "b\n");
        pull = host.open(new NewPullRequest(repository, "change", "main", "Do it", ""), ROSA);
        engineer = callers.tokenOf("rest-engineer", Role.PLATFORM_ENGINEER);
    }

    private void commit(String branch, String file, String text) {
        CommitId head = git.resolve(repository, "refs/heads/" + branch).orElse(null);
        CommitId base =
                head == null ? git.resolve(repository, "refs/heads/main").orElse(null) : head;
        NewCommit commit = new NewCommit(
                List.of(new FileChange.Put(file, FileContent.text(text))),
                "Write\n",
                new Commit.Person("R", "r@x.org"));
        assertThat(git.push(repository, new BranchUpdate(branch, head, base, List.of(commit))))
                .isInstanceOf(PushOutcome.Pushed.class);
    }

    private String post(String what, Map<String, ?> body, int status) {
        var answer = engineer.post(path + what, JsonMapper.shared().writeValueAsString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    @Test
    void reviewsLabelsAndSquashes() {
        post("/settings", Map.of("approvals", 1), 200);
        assertThat(engineer.get(path + "/pulls/1/obstacles").body())
                .contains("It needs 1 approval", "\"waiting\":true");

        post(
                "/pulls/1/reviews",
                Map.of("verdict", "APPROVED", "commit", pull.head().value()),
                201);
        assertThat(post("/pulls/1/labels", Map.of("name", "preview"), 200)).contains("\"labels\":[\"preview\"]");
        assertThat(post("/pulls/1/merge", Map.of("method", "SQUASH"), 200)).contains("MERGED", "rest-engineer");
    }

    @Test
    void closesAndReopens() {
        assertThat(post("/pulls/1/close", Map.of(), 200)).contains("CLOSED");
        assertThat(post("/pulls/1/reopen", Map.of(), 200)).contains("OPEN");
        assertThat(post("/pulls/1/draft", Map.of(), 200)).contains("\"draft\":true");
        assertThat(post("/pulls/1/merge", Map.of(), 409)).contains("draft");
    }

    @Test
    void pagesAndFilters() {
        assertThat(engineer.get(path + "/pulls?state=OPEN&author=rest-rosa&limit=1")
                        .body())
                .contains("Do it");
        assertThat(engineer.get(path + "/pulls?before=1").body()).isEqualTo("[]");
        assertThat(engineer.get(path + "/pulls?label=nothing").body()).isEqualTo("[]");
    }

    @Test
    void saysInPeoplesWordsWhatAParameterMayBe() {
        assertThat(engineer.get(path + "/pulls?state=open").body())
                .contains("\"where\":\"state\"", "\\\"open\\\" does not fit here.", "one of OPEN, MERGED, CLOSED")
                .doesNotContain("dev.slipway");
        assertThat(engineer.get(path + "/pulls?limit=many").body()).contains("a whole number");
        assertThat(engineer.get(path + "/pulls/first").body()).contains("a whole number");
        assertThat(engineer.get(path + "/pulls?limit=-1").statusCode()).isLessThan(500);
    }

    @Test
    void sayWhatIsMissingOrWrong() {
        assertThat(post("/pulls/1/reviews", Map.of(), 400)).contains("\\\"verdict\\\" is missing");
        assertThat(post("/labels", Map.of("name", "x", "colour", "red"), 400)).contains("six hexadecimal digits");
        assertThat(post("/settings", Map.of("approvals", 99), 400)).contains("0 to 10");
        assertThat(post("/settings", Map.of(), 400)).contains("changes nothing", "codeOwners");
        assertThat(post("/pulls/77/reopen", Map.of(), 404)).contains("There is no pull request");
    }
}
