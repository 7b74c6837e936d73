package dev.slipway.builds.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.BuildStatus;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.PullRequest;
import dev.slipway.git.Review;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without isolation only code of trusted people is built. */
class WithheldBuildsTest {

    @TempDir
    private Path data;

    private Builder builder;

    @BeforeEach
    void build() {
        builder = new Builder(
                TestDatabase.migrated().dataSource(), data, Duration.ofMinutes(2), "none", "maintainer"::equals);
    }

    @Test
    void aStrangersCommitWaitsAndItsCheckSaysForWhom() {
        CommitId commit = pushedBy("stranger");

        builder.local.reconcile();
        builder.statuses.reconcile();

        assertThat(builder.newest().status()).isEqualTo(BuildStatus.QUEUED);
        assertThat(builder.workers.running()).isEmpty();
        assertThat(builder.host.statuses(Builder.REPOSITORY, commit))
                .singleElement()
                .satisfies(status -> {
                    assertThat(status.state()).isEqualTo(CommitStatus.State.PENDING);
                    assertThat(status.description())
                            .isEqualTo(
                                    "Builds are not isolated here: whoever may merge into this repository has to approve "
                                            + commit.brief() + " in a review first")
                            .hasSizeLessThan(140);
                });
    }

    @Test
    void itIsBuiltOnceAMaintainerApprovedThatCommit() {
        CommitId commit = pushedBy("stranger");
        builder.host.open(pull(commit, "maintainer", commit));

        assertThat(builder.finish().status()).isEqualTo(BuildStatus.SUCCEEDED);
    }

    @Test
    void neitherAnotherStrangersApprovalNorOneOfAnEarlierCommitCounts() {
        CommitId earlier = pushedBy("stranger");
        CommitId commit = builder.push("feature", Sources.thatDoesNotCompile());
        builder.host.pushed(commit, "stranger");
        builder.host.open(pull(commit, "maintainer", earlier));
        builder.local.reconcile();
        builder.host.open(pull(commit, "somebody", commit));
        builder.local.reconcile();

        assertThat(builder.newest().status()).isEqualTo(BuildStatus.QUEUED);
    }

    @Test
    void aMaintainersCommitIsBuiltAtOnce() {
        pushedBy("maintainer");

        assertThat(builder.finish().status()).isEqualTo(BuildStatus.SUCCEEDED);
    }

    @Test
    void aCommitOfWhichNobodyKnowsWhoPushedItWaits() {
        builder.push("feature", Sources.good());

        builder.local.reconcile();

        assertThat(builder.newest().status()).isEqualTo(BuildStatus.QUEUED);
    }

    @Test
    void whatWasLetIntoAProtectedBranchIsBuilt() {
        builder.push(Sources.good());

        assertThat(builder.finish().status()).isEqualTo(BuildStatus.SUCCEEDED);
    }

    private CommitId pushedBy(String account) {
        CommitId commit = builder.push("feature", Sources.good());
        builder.host.pushed(commit, account);
        return commit;
    }

    private static PullRequest pull(CommitId head, String reviewer, CommitId reviewed) {
        return new PullRequest(
                new PullRequestRef(Builder.REPOSITORY, 1),
                "Change",
                "",
                "stranger",
                "feature",
                "main",
                head,
                head,
                PullRequest.State.OPEN,
                false,
                PullRequest.Mergeability.UNKNOWN,
                List.of(),
                List.of(new Review(1, reviewer, Review.Verdict.APPROVED, reviewed, "", Instant.EPOCH)),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
