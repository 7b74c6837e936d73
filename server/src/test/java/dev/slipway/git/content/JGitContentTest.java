package dev.slipway.git.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeDifference;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitCommandLine;
import dev.slipway.git.GitContent;
import dev.slipway.git.Merge;
import dev.slipway.git.NewCommit;
import dev.slipway.git.PushOutcome;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
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

    private MergeCommits merges;

    @BeforeEach
    void makeRepository() {
        Repositories repositories = new Repositories(data);
        repositories.create(REPOSITORY);
        git = new JGitContent(repositories, event -> {});
        merges = new MergeCommits(repositories);
    }

    @Test
    void makesARepositoryWhereAKilledProcessLeftPartOfOne() throws IOException {
        RepositoryRef half = new RepositoryRef("acme", "half");
        Path acme = data.resolve("repositories/acme");
        Files.createDirectories(acme.resolve("half.git/refs/heads"));
        Files.createDirectories(acme.resolve("half.making/refs/heads"));
        Repositories repositories = new Repositories(data);

        repositories.create(half);

        assertThat(new JGitContent(repositories, event -> {})
                        .push(half, new BranchUpdate("main", null, null, List.of(commit("One", put("a", "a"))))))
                .isInstanceOf(PushOutcome.Pushed.class);
        assertThat(acme.resolve("half.making")).doesNotExist();
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
        Map<String, FileContent> files = Map.of(
                "a.txt",
                FileContent.text("a"),
                "bin/run",
                new FileContent(snapshot.read("bin/run"), FileMode.EXECUTABLE));
        assertThat(snapshot.contentId("")).isEqualTo(MemoryTree.of(files).contentId(""));
    }

    /** Short names out of few letters, so that files meet directories and the order of both matters. */
    @Test
    void writesWhatGitWouldWriteWhateverChanges() {
        Random random = new Random(4711);
        Map<String, FileContent> files = new TreeMap<>();
        CommitId tip = null;
        for (int i = 0; i < 150; i++) {
            List<FileChange> changes = new ArrayList<>();
            for (int change = 0; change < 3; change++) {
                String path = path(random);
                changes.add(
                        random.nextInt(3) == 0
                                ? new FileChange.Remove(path)
                                : put(path, "content " + i + " " + change));
            }
            changes.forEach(each -> apply(each, files));
            tip = push(tip, changes.toArray(FileChange[]::new));

            assertThat(git.snapshot(REPOSITORY, tip).contentId(""))
                    .as("after %s", changes)
                    .isEqualTo(MemoryTree.of(files).contentId(""));
        }
        // Fails where it finds anything wrong.
        commandLine().run("fsck", "--strict", "--full");
    }

    private static String path(Random random) {
        return random.ints(1 + random.nextInt(3), 0, 6)
                .mapToObj(name -> List.of("a", "a.b", "a-b", "ab", "a0", "ä").get(name))
                .collect(Collectors.joining("/"));
    }

    private static void apply(FileChange change, Map<String, FileContent> files) {
        String path = change.path();
        files.keySet().removeIf(each -> (each + "/").startsWith(path + "/"));
        if (change instanceof FileChange.Put put) {
            files.keySet().removeIf(each -> path.startsWith(each + "/"));
            files.put(path, put.content());
        }
    }

    @Test
    void leavesNamesThatAreNoUtf8AsTheyAre() throws IOException {
        Path directory = data.resolve("repositories/acme/pricing-api.git");
        CommitId before;
        try (Repository repository = new FileRepositoryBuilder()
                        .setGitDir(directory.toFile())
                        .build();
                ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            byte[] name = {(byte) 0xe4, 'x'};
            tree.append(
                    name, 0, 2, org.eclipse.jgit.lib.FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, name));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setAuthor(new PersonIdent("rosa", "rosa@example.com"));
            commit.setCommitter(commit.getAuthor());
            before = Ids.commit(inserter.insert(commit));
            inserter.flush();
            RefUpdate main = repository.updateRef("refs/heads/main");
            main.setNewObjectId(Ids.object(before));
            main.update();
        }

        push(before, put("b", "1"));

        assertThat(new GitCommandLine(directory).run("ls-tree", "--name-only", "main"))
                .contains("\\344x");
    }

    @Test
    void refusesPathsThatAreGitsOwn() {
        assertThatThrownBy(() -> push(null, put("a/.git/config", "[core]"))).hasMessageContaining("a/.git/config");
    }

    @Test
    void tellsTheDifferenceOfTwoCommitsAsTheirFilesDo() {
        CommitId before = push(null, put("a/b/one", "1"), put("a/two", "2"), put("c", "3"), put("d/four", "4"));
        CommitId after = push(
                before,
                put("a/b/one", "other"),
                new FileChange.Remove("c"),
                put("c/five", "5"),
                new FileChange.Remove("d/four"));

        MemoryTree listed = MemoryTree.of(Map.of(
                "a/b/one", FileContent.text("other"), "a/two", FileContent.text("2"), "c/five", FileContent.text("5")));
        assertThat(TreeDifference.between(git.snapshot(REPOSITORY, before), git.snapshot(REPOSITORY, after)))
                .isEqualTo(TreeDifference.between(git.snapshot(REPOSITORY, before), listed))
                .containsExactlyInAnyOrder("", "a", "a/b", "a/b/one", "c", "c/five", "d", "d/four");
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
    void namesAFileThatBothHaveMadeOfADirectory() {
        CommitId base = push(null, put("a/b", "1"));
        CommitId ours = branch("ours", base, new FileChange.Remove("a/b"), put("a", "2"));
        CommitId theirs = branch("theirs", base, new FileChange.Remove("a/b"), put("a", "3"));

        assertThat(git.merge(REPOSITORY, ours, theirs)).isEqualTo(new Merge.Conflicting(List.of("a", "a/b")));
    }

    /** Both have merged each other's first commit, and one took both back: seen from one merge base alone, half of that would be lost. */
    @Test
    void mergesBranchesWithSeveralMergeBasesAsGitDoesAndTheirMergeCommitIs() {
        CommitId root = push(null, put("a", "1"), put("b", "1"));
        CommitId one = branch("one", root, put("a", "2"));
        CommitId two = branch("two", root, put("b", "2"));
        CommitId ours = merged(one, two);
        CommitId theirs = branch("three", merged(two, one), put("a", "1"), put("b", "1"));

        Merge merge = git.merge(REPOSITORY, ours, theirs);

        assertThat(merge).isEqualTo(new Merge.Clean(List.of(put("a", "1"), put("b", "1"))));
        String tree =
                git.snapshot(REPOSITORY, merged(ours, theirs)).contentId("").orElseThrow();
        assertThat(commandLine().run("merge-tree", "--write-tree", ours.value(), theirs.value()))
                .contains(tree);
        assertThat(git.snapshot(REPOSITORY, root).contentId("")).contains(tree);
    }

    @Test
    void mergesNothingThatHasNoCommitInCommon() {
        CommitId main = push(null, put("a", "1"));
        PushOutcome.Pushed other = (PushOutcome.Pushed) git.push(
                REPOSITORY, new BranchUpdate("other", null, null, List.of(commit("Begin", put("b", "1")))));

        assertThat(git.merge(REPOSITORY, main, other.commits().getLast())).isEqualTo(new Merge.Conflicting(List.of()));
        assertThat(merges.write(REPOSITORY, main, other.commits().getLast(), false, "Merge", ROSA, ROSA))
                .isEmpty();
    }

    @Test
    void putsSubmodulesAsTheCommitsThatTheyAre() {
        CommitId first = push(null, put("a", "1"));
        FileChange submodule = new FileChange.Put(
                "lib",
                new FileContent(
                        first.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII), FileMode.SUBMODULE));

        CommitId second = push(first, submodule);

        assertThat(commandLine().run("ls-tree", second.value(), "lib")).contains("160000 commit " + first.value());
        assertThat(git.merge(REPOSITORY, first, second)).isEqualTo(new Merge.Clean(List.of(submodule)));
    }

    @Test
    void refusesASubmoduleThatNamesNoCommit() {
        FileContent words = FileContent.text("words");

        assertThatThrownBy(() ->
                        push(null, new FileChange.Put("lib", new FileContent(words.bytes(), FileMode.SUBMODULE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"lib\"");
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

    private CommitId branch(String name, CommitId base, FileChange... changes) {
        PushOutcome outcome =
                git.push(REPOSITORY, new BranchUpdate(name, null, base, List.of(commit("Change", changes))));
        return ((PushOutcome.Pushed) outcome).commits().getLast();
    }

    private CommitId merged(CommitId target, CommitId head) {
        return merges.write(REPOSITORY, target, head, false, "Merge\n", ROSA, ROSA)
                .orElseThrow();
    }

    private GitCommandLine commandLine() {
        return new GitCommandLine(data.resolve("repositories/acme/pricing-api.git"));
    }

    private static NewCommit commit(String subject, FileChange... changes) {
        return new NewCommit(List.of(changes), subject + "\n\nSlipway-Kind: test\n", ROSA);
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }
}
