package dev.slipway.git.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JGitContentTest {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");
    private static final Commit.Person ROSA = new Commit.Person("rosa", "rosa@example.com");

    @TempDir
    private Path data;

    private GitContent git;

    @BeforeEach
    void makeRepository() {
        Repositories repositories = new Repositories(data);
        repositories.create(REPOSITORY);
        git = new JGitContent(repositories, event -> {});
    }

    @Test
    void pushesSeveralCommitsAtOnceWithModes() {
        PushOutcome outcome = git.push(
                REPOSITORY,
                new BranchUpdate(
                        "main",
                        null,
                        null,
                        List.of(
                                commit("One", put("a.txt", "a")),
                                commit(
                                        "Two",
                                        new FileChange.Put(
                                                "bin/run",
                                                new FileContent("#!/bin/sh\n".getBytes(), FileMode.EXECUTABLE))))));

        List<CommitId> commits = ((PushOutcome.Pushed) outcome).commits();
        assertThat(git.resolve(REPOSITORY, "main")).contains(commits.getLast());
        var snapshot = git.snapshot(REPOSITORY, commits.getLast());
        assertThat(snapshot.text("a.txt")).contains("a");
        assertThat(snapshot.entry("bin/run").orElseThrow().mode()).isEqualTo(FileMode.EXECUTABLE);
        assertThat(snapshot.walk("")).extracting(entry -> entry.path()).containsExactly("a.txt", "bin/run");
    }

    @Test
    void losesTheRaceWhenTheBranchHasMoved() {
        CommitId first = push(null, put("a", "1"));
        push(first, put("a", "2"));

        PushOutcome outcome =
                git.push(REPOSITORY, BranchUpdate.onto("main", first, List.of(commit("Late", put("a", "3")))));

        assertThat(outcome).isInstanceOf(PushOutcome.Moved.class);
        assertThat(git.snapshot(REPOSITORY, head()).text("a")).contains("2");
    }

    @Test
    void refusesToMakeABranchThatExists() {
        push(null, put("a", "1"));

        assertThat(git.push(REPOSITORY, new BranchUpdate("main", null, null, List.of(commit("Again", put("b", "1"))))))
                .isInstanceOf(PushOutcome.Moved.class);
    }

    @Test
    void revertsACommitBesideLaterOnes() {
        CommitId base = push(null, put("a", "1"), put("b", "1"));
        CommitId bad = push(base, put("a", "2"));
        CommitId tip = push(bad, put("b", "2"));

        Merge merge = git.merge(REPOSITORY, bad, tip, base);

        assertThat(merge).isEqualTo(new Merge.Clean(List.of(put("a", "1"))));
    }

    @Test
    void namesThePathsThatConflict() {
        CommitId base = push(null, put("a", "1"));
        CommitId bad = push(base, put("a", "2"));
        CommitId tip = push(bad, put("a", "3"));

        assertThat(git.merge(REPOSITORY, bad, tip, base)).isEqualTo(new Merge.Conflicting(List.of("a")));
    }

    @Test
    void logsTheCommitsThatTouchedAPathWithTheirTrailers() {
        CommitId first = push(null, put("a", "1"));
        CommitId second = push(first, put("b", "1"));
        CommitId third = push(second, put("a", "2"));

        List<Commit> log = git.log(REPOSITORY, third, null, "a", 10);

        assertThat(log).extracting(Commit::id).containsExactly(third, first);
        assertThat(log.getFirst().parents()).containsExactly(second);
        assertThat(log.getFirst().trailers()).containsEntry("Slipway-Kind", "test");
    }

    @Test
    void removesWholeTrees() {
        CommitId first = push(null, put("a/b/c", "1"), put("a/d", "1"), put("e", "1"));

        CommitId second = push(first, new FileChange.Remove("a"));

        assertThat(git.snapshot(REPOSITORY, second).walk(""))
                .extracting(entry -> entry.path())
                .containsExactly("e");
        assertThat(git.differences(REPOSITORY, first, second)).hasSize(2).allMatch(each -> each.after() == null);
    }

    @Test
    void knowsNoRevisionThatIsNotThere() {
        push(null, put("a", "1"));

        assertThat(git.resolve(REPOSITORY, "nothing")).isEmpty();
        assertThat(git.resolve(REPOSITORY, "0123456789012345678901234567890123456789"))
                .isEmpty();
    }

    private CommitId head() {
        return git.resolve(REPOSITORY, "refs/heads/main").orElseThrow();
    }

    private CommitId push(@Nullable CommitId onto, FileChange... changes) {
        PushOutcome outcome =
                git.push(REPOSITORY, new BranchUpdate("main", onto, onto, List.of(commit("Change", changes))));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    private static NewCommit commit(String subject, FileChange... changes) {
        return new NewCommit(List.of(changes), subject + "\n\nSlipway-Kind: test\n", ROSA);
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }
}
