package dev.slipway.changes.write;

import static dev.slipway.changes.write.WriterWorld.ANNA;
import static dev.slipway.changes.write.WriterWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.changes.ChangeRequest.Delivery;
import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.Comment;
import dev.slipway.git.CommitStatus;
import dev.slipway.git.FileChange;
import dev.slipway.git.PullRequest;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalsIT {

    private final WriterWorld world = new WriterWorld();

    @BeforeEach
    void requireACheck() {
        world.host.protect(world.repository, new BranchProtection("main", Set.of("ci"), Set.of()), ANNA);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private PullRequest pull() {
        return world.host
                .pullRequest(world.host
                        .pullRequests(world.repository, null)
                        .getFirst()
                        .ref())
                .orElseThrow();
    }

    private void pass() {
        world.host.setStatus(
                world.repository, pull().head(), new CommitStatus("ci", CommitStatus.State.SUCCESS, "fine", null));
    }

    private ChangeId propose(Delivery delivery) {
        return world.submit(file("apps/a.yaml", "a: 1\n"), delivery);
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }

    @Test
    void mergesWhenItsCheckPasses() {
        ChangeId id = propose(Delivery.PULL_REQUEST_MERGED_ON_GREEN);

        world.run();
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Proposed(pull().ref()));
        pass();
        world.run();

        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
    }

    @Test
    void leavesTheMergeToPeopleWhenTheyShallReview() {
        ChangeId id = propose(Delivery.PULL_REQUEST_FOR_REVIEW);
        world.run();
        pass();
        world.run();

        assertThat(world.outcome(id)).isInstanceOf(Outcome.Proposed.class);
        world.host.merge(pull().ref(), pull().head(), ANNA);
        world.run();

        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
    }

    @Test
    void isRefusedWhenPeopleCloseIt() {
        ChangeId id = propose(Delivery.PULL_REQUEST_MERGED_ON_GREEN);
        world.run();

        world.host.close(pull().ref(), ANNA);
        world.run();

        assertThat(world.outcome(id)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void plansAnewWhenMainMovedIntoItsWay() {
        ChangeId id = propose(Delivery.PULL_REQUEST_MERGED_ON_GREEN);
        world.run();
        world.commit(world.tip(), put("apps/a.yaml", "a: 2\n"));

        world.run();
        assertThat(pull().mergeability()).isEqualTo(PullRequest.Mergeability.CLEAN);
        pass();
        world.run();

        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
        assertThat(world.host.pullRequests(world.repository, null)).hasSize(1);
    }

    @Test
    void leavesABranchThatSomebodyElseCommittedTo() {
        propose(Delivery.PULL_REQUEST_FOR_REVIEW);
        world.run();
        String branch = pull().sourceBranch();
        CommitId theirs = world.commit(branch, pull().head(), put("apps/b.yaml", "b: 1\n"));
        world.commit(world.tip(), put("apps/a.yaml", "a: 2\n"));

        world.run();

        assertThat(pull().head()).isEqualTo(theirs);
    }

    @Test
    void saysInThePullRequestWhyItCannotBePlannedAnew() {
        world.commit(world.tip(), put("apps/a.yaml", "a: 1\n"));
        ChangeId id = world.submit(new Intent.SetValue("apps/a.yaml", "/a", 2L), Delivery.PULL_REQUEST_FOR_REVIEW);
        world.run();
        world.commit(world.tip(), new FileChange.Remove("apps/a.yaml"));

        world.run();

        assertThat(world.outcome(id)).isInstanceOf(Outcome.Refused.class);
        assertThat(world.host.comments(pull().ref()))
                .singleElement()
                .extracting(Comment::markdown)
                .asString()
                .contains("There is no file \"apps/a.yaml\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BEFORE_PUSH", "PUSHED", "BEFORE_OPENING", "OPENED", "MERGED"})
    void proposesAndMergesOnceThoughKilled(Moment moment) {
        world.dieAt(moment);
        ChangeId id = propose(Delivery.PULL_REQUEST_MERGED_ON_GREEN);

        assertThatThrownBy(() -> {
                    world.run();
                    pass();
                    world.run();
                })
                .isInstanceOf(WriterWorld.Killed.class);
        world.run();
        pass();
        world.run();

        assertThat(world.host.pullRequests(world.repository, null)).hasSize(1);
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
        assertThat(world.log().stream().filter(commit -> commit.parents().size() == 2))
                .hasSize(1);
    }
}
