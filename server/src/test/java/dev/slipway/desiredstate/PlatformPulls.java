package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Comment;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A service on the sample platform, and pull requests to the platform's repository with what is said of them. */
@TestComponent
final class PlatformPulls {

    static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    static final ServiceName SERVICE = new ServiceName("pricing-api");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final GitHost host;
    private final GitContent git;
    private final DesiredState desired;
    private final Callers callers;

    PlatformPulls(GitHost host, GitContent git, DesiredState desired, Callers callers) {
        this.host = host;
        this.git = git;
        this.desired = desired;
        this.callers = callers;
    }

    /** Has the service declared in each environment, if nobody has. */
    Caller declareTheService() {
        Caller rosa = callers.client(callers.token("rosa", Set.of()));
        await().atMost(LONGEST)
                .until(() -> rosa.get("/api/v1/templates").body(), body -> body.contains("java-service"));
        rosa.post(
                "/api/v1/templates/java-service/runs",
                "{\"values\": {\"name\": \"pricing-api\", \"team\": \"group:default/red\", \"replicas\": 2}}");
        await().atMost(LONGEST)
                .until(() ->
                        desired.find(SERVICE, new EnvironmentName("production")).isPresent());
        return rosa;
    }

    CommitId main() {
        return git.resolve(PLATFORM, "refs/heads/main").orElseThrow();
    }

    /** What a change to a file of main comes to. */
    Map<String, String> changed(String file, UnaryOperator<String> change) {
        String before = git.snapshot(PLATFORM, main()).text(file).orElseThrow();
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return Map.of(file, after);
    }

    PullRequest propose(Map<String, String> files) {
        String branch = "test-" + UUID.randomUUID();
        push(branch, null, files);
        return open(branch);
    }

    PullRequest open(String branch) {
        return host.open(
                new NewPullRequest(PLATFORM, branch, "main", "Change something", ""), new Actor.Person("paula"));
    }

    /** @param onto what the branch is at; null makes it, at main */
    CommitId push(String branch, @Nullable CommitId onto, Map<String, String> files) {
        List<FileChange> changes = files.entrySet().stream()
                .<FileChange>map(each -> new FileChange.Put(each.getKey(), FileContent.text(each.getValue())))
                .toList();
        git.push(
                PLATFORM,
                new BranchUpdate(
                        branch,
                        onto,
                        onto == null ? main() : onto,
                        List.of(new NewCommit(
                                changes, "Change something", new Commit.Person("paula", "paula@example.com")))));
        return git.resolve(PLATFORM, "refs/heads/" + branch).orElseThrow();
    }

    /** Waits for a word of a check other than that it is pending. */
    CommitStatus status(PullRequest pull, String check) {
        return status(pull, check, each -> each.state() != CommitStatus.State.PENDING);
    }

    CommitStatus status(PullRequest pull, String check, Predicate<CommitStatus> condition) {
        return await().atMost(LONGEST)
                .until(
                        () -> host.statuses(PLATFORM, pull.head()).stream()
                                .filter(each -> each.context().equals(check))
                                .filter(condition)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Everything that is written under it. */
    String comments(PullRequest pull) {
        return host.comments(pull.ref()).stream().map(Comment::markdown).collect(Collectors.joining("\n"));
    }
}
