package dev.slipway.changes.write;

import static dev.slipway.changes.write.WriterWorld.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Outcome;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileChange;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectWritesIT {

    private final WriterWorld world = new WriterWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void writesACommitWithTrailersAndSaysSo() {
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));

        world.run();

        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
        assertThat(world.log().getFirst().trailers())
                .containsEntry("Slipway-Change", id.toString())
                .containsEntry("Slipway-Kind", "configure")
                .containsEntry("Slipway-Requested-By", "anna");
    }

    @Test
    void writesABatchAsOneCommitEachWithoutUndoingTheOneBefore() {
        ChangeId first = world.submit(file("apps/a.yaml", "a: 1\n"));
        ChangeId second = world.submit(new Intent.SetValue("none.yaml", "/x", "y"));
        ChangeId third = world.submit(file("apps/deep/b.yaml", "b: 1\n"));
        ChangeId fourth = world.submit(new Intent.RemoveTrees(Set.of("apps/deep")));

        world.run();

        assertThat(world.log()).hasSize(4);
        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
        assertThat(world.commitsOf(first)).hasSize(1);
        assertThat(world.commitsOf(third)).hasSize(1);
        assertThat(world.outcome(second)).isInstanceOf(Outcome.Refused.class);
        assertThat(world.outcome(fourth)).isEqualTo(new Outcome.Committed(world.tip()));
    }

    @Test
    void makesNoCommitForWhatHoldsAlready() {
        CommitId before = world.tip();
        ChangeId id = world.submit(new Intent.RemoveTrees(Set.of("not/there")));

        world.run();

        assertThat(world.tip()).isEqualTo(before);
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(before));
    }

    @Test
    void plansAnewWhenAPersonPushesMeanwhile() {
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));
        world.meanwhile(() -> world.commit(world.tip(), new FileChange.Put("mine.txt", FileContent.text("mine"))));

        world.run();

        assertThat(world.text("mine.txt")).isEqualTo("mine");
        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
        assertThat(world.commitsOf(id)).hasSize(1);
    }

    @Test
    void changesNothingWhenSubmittedTwice() {
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));
        world.changes.submit(world.changes.find(id).orElseThrow().request());

        world.run();
        world.run();

        assertThat(world.commitsOf(id)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BEFORE_PUSH", "PUSHED"})
    void commitsOnceThoughKilled(Moment moment) {
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));
        ChangeId other = world.submit(file("other/b.yaml", "b: 1\n"));
        world.dieAt(moment);

        assertThatThrownBy(world::run).isInstanceOf(WriterWorld.Killed.class);
        world.commit(world.tip(), new FileChange.Put("mine.txt", FileContent.text("mine")));
        world.run();

        assertThat(world.commitsOf(id)).hasSize(1);
        assertThat(world.commitsOf(other)).hasSize(1);
        assertThat(world.outcome(id))
                .isEqualTo(new Outcome.Committed(world.commitsOf(id).getFirst().id()));
    }

    @Test
    void aCommitByHandWithTheIdOfAChangeIsNotTakenForIt() {
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));
        world.dieAt(Moment.BEFORE_PUSH);
        assertThatThrownBy(world::run).isInstanceOf(WriterWorld.Killed.class);
        world.commitSaying(
                "Tidy up\n\nSlipway-Change: " + id + "\n", new FileChange.Put("mine.txt", FileContent.text("mine")));

        world.run();

        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 1\n");
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
    }

    @Test
    void letsNothingOvertakeAChangeThatWaitsForTheBatch() {
        world.submit(file("apps/a.yaml", "a: 1\n"));
        world.submit(new Intent.RemoveTrees(Set.of("late")));
        world.submit(file("late/b.yaml", "b: 1\n"));

        world.run();

        assertThat(world.text("late/b.yaml")).isEqualTo("b: 1\n");
    }

    @Test
    void setsOneValueOfAFileAndKeepsItsComments() {
        world.submit(file("apps/a.yaml", "a: 1 # why\nb: 2\n"));
        ChangeId id = world.submit(new Intent.SetValue("apps/a.yaml", "/a", 3L));

        world.run();

        assertThat(world.text("apps/a.yaml")).isEqualTo("a: 3 # why\nb: 2\n");
        assertThat(world.outcome(id)).isEqualTo(new Outcome.Committed(world.tip()));
    }

    @Test
    void revertsACommitAndLeavesWhatCameLater() {
        CommitId bad =
                world.commit(world.tip(), new FileChange.Put("README.md", FileContent.text("ONE\ntwo\nthree\n")));
        world.commit(bad, new FileChange.Put("later.txt", FileContent.text("later")));
        ChangeId id = world.submit(new Intent.Revert(bad));

        world.run();

        assertThat(world.text("README.md")).isEqualTo("one\ntwo\nthree\n");
        assertThat(world.text("later.txt")).isEqualTo("later");
        assertThat(world.outcome(id)).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void namesTheFileThatStandsAgainstARevert() {
        CommitId bad =
                world.commit(world.tip(), new FileChange.Put("README.md", FileContent.text("ONE\ntwo\nthree\n")));
        world.commit(bad, new FileChange.Put("README.md", FileContent.text("EINS\ntwo\nthree\n")));
        ChangeId id = world.submit(new Intent.Revert(bad));

        world.run();

        assertThat(world.outcome(id))
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        conflict -> assertThat(conflict.problems())
                                .extracting("where")
                                .containsExactly("README.md"));
        assertThat(world.text("README.md")).startsWith("EINS");
    }

    @Test
    void refusesAPathThatLeavesTheTreeAndGoesOnWithTheOthers() {
        ChangeId bad = world.submit(file("../outside/a.yaml", "a: 1\n"));
        ChangeId good = world.submit(file("apps/b.yaml", "b: 1\n"));

        world.run();

        assertThat(world.outcome(bad))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting("where")
                                .containsExactly("../outside"));
        assertThat(world.outcome(good)).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void writesNothingIntoAnArchivedRepository() {
        CommitId before = world.tip();
        world.host.archive(world.repository, WriterWorld.ANNA);
        ChangeId id = world.submit(file("apps/a.yaml", "a: 1\n"));

        world.run();

        assertThat(world.outcome(id))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems().getFirst().message())
                                .contains("archived"));
        assertThat(world.tip()).isEqualTo(before);
    }
}
