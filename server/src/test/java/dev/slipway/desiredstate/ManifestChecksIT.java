package dev.slipway.desiredstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.git.NewPullRequest;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What a pull request to a service's repository is told about what is deployed from it. */
@DesiredStateTest
class ManifestChecksIT {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");
    private static final String DEV = "deploy/overlays/dev/kustomization.yaml";

    @Autowired
    PlatformPulls pulls;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    /** What the host of the repositories publishes of a push to a pull request's branch. */
    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void declareTheService() {
        pulls.declareTheService();
    }

    @Test
    void isToldThatAnOverlayRendersNoMore() {
        PullRequest pull = propose("broken", DEV, "resources: [../../base, no-such-file.yaml]\n");

        CommitStatus status = status(pull);
        assertThat(status.state()).isEqualTo(CommitStatus.State.FAILURE);
        assertThat(status.description()).contains(DEV, "no-such-file.yaml");

        CommitId mended = push("broken", pull.head(), DEV, dev() + "# as it was\n");
        events.publishEvent(new PullRequestChanged(pull.ref()));
        PullRequest again = host.pullRequest(pull.ref()).orElseThrow();
        assertThat(again.head()).isEqualTo(mended);
        assertThat(status(again).state()).isEqualTo(CommitStatus.State.SUCCESS);
    }

    @Test
    void isToldWhatStillRenders() {
        CommitStatus status = status(propose("words", "README.md", "Other words.\n"));

        assertThat(status.state()).isEqualTo(CommitStatus.State.SUCCESS);
        assertThat(status.description()).contains("deploy/overlays/dev", "deploy/overlays/production");
    }

    private String dev() {
        return git.snapshot(REPOSITORY, main()).text(DEV).orElseThrow();
    }

    private CommitId main() {
        return git.resolve(REPOSITORY, "refs/heads/main").orElseThrow();
    }

    private PullRequest propose(String branch, String file, String text) {
        push(branch, null, file, text);
        return host.open(
                new NewPullRequest(REPOSITORY, branch, "main", "Change something", ""), new Actor.Person("rosa"));
    }

    private CommitId push(String branch, @Nullable CommitId onto, String file, String text) {
        List<FileChange> changes = List.of(new FileChange.Put(file, FileContent.text(text)));
        Commit.Person author = new Commit.Person("rosa", "rosa@example.com");
        git.push(
                REPOSITORY,
                new BranchUpdate(
                        branch,
                        onto,
                        onto == null ? main() : onto,
                        List.of(new NewCommit(changes, "Change something", author))));
        return git.resolve(REPOSITORY, "refs/heads/" + branch).orElseThrow();
    }

    private CommitStatus status(PullRequest pull) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> host.statuses(REPOSITORY, pull.head()).stream()
                                .filter(each -> each.context().equals("slipway/manifests"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
