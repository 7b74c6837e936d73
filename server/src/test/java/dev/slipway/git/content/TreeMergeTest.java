package dev.slipway.git.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.FileChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeMergeTest {

    private static final int ROUNDS = 600;

    private final InMemoryRepository git = new InMemoryRepository(new DfsRepositoryDescription("trees"));
    private final Random random = new Random(4711);

    @Test
    void comesToWhatTheLongWayComesToOrLeavesItToThat() throws IOException {
        int merged = 0;
        int left = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectId base = written(null, changes(12));
            ObjectId ours = written(base, changes(random.nextInt(4)));
            ObjectId theirs = written(base, changes(random.nextInt(4)));

            Optional<ObjectId> tree = shortWay(base, ours, theirs);
            Optional<ObjectId> expected = longWay(base, ours, theirs);

            if (tree.isPresent()) {
                merged++;
                assertThat(tree).isEqualTo(expected);
            } else if (expected.isPresent()) {
                left++;
            }
        }
        assertThat(merged).isGreaterThan(ROUNDS / 4);
        assertThat(left).isLessThan(ROUNDS / 20);
    }

    @Test
    void mergesFilesOfOneDirectoryWithoutLookingIntoThem() throws IOException {
        ObjectId base = written(null, List.of(put("a/one", "1"), put("a/two", "1"), put("b/c/three", "1")));
        ObjectId ours = written(base, List.of(put("a/one", "2"), put("d/four", "4")));
        ObjectId theirs = written(base, List.of(new FileChange.Remove("a/two"), put("b/c/five", "5")));

        assertThat(shortWay(base, ours, theirs))
                .contains(written(
                        null,
                        List.of(put("a/one", "2"), put("b/c/three", "1"), put("b/c/five", "5"), put("d/four", "4"))));
    }

    private List<FileChange> changes(int number) {
        List<FileChange> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String path = random.ints(1 + random.nextInt(3), 0, 4)
                    .mapToObj(name -> List.of("a", "a.b", "b", "a0").get(name))
                    .collect(Collectors.joining("/"));
            changes.add(
                    random.nextInt(4) == 0
                            ? new FileChange.Remove(path)
                            : put(path, random.nextInt(3) + "\n\n\n" + random.nextInt(3) + "\n"));
        }
        return changes;
    }

    private static FileChange put(String path, String text) {
        return new FileChange.Put(path, FileContent.text(text));
    }

    private ObjectId written(@Nullable ObjectId before, List<FileChange> changes) throws IOException {
        try (ObjectReader reader = git.newObjectReader();
                ObjectInserter inserter = git.newObjectInserter()) {
            ObjectId tree = new TreeWriter(reader, inserter).write(before, changes);
            inserter.flush();
            return tree;
        }
    }

    private Optional<ObjectId> shortWay(ObjectId base, ObjectId ours, ObjectId theirs) throws IOException {
        try (ObjectReader reader = git.newObjectReader();
                ObjectInserter inserter = git.newObjectInserter()) {
            return new TreeMerge(new TreeObjects(reader, inserter)).of(base, ours, theirs);
        }
    }

    private Optional<ObjectId> longWay(ObjectId base, ObjectId ours, ObjectId theirs) throws IOException {
        ObjectId root = commit(base);
        ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(git, true);
        try {
            return merger.merge(commit(ours, root), commit(theirs, root))
                    ? Optional.of(merger.getResultTreeId())
                    : Optional.empty();
        } catch (IncorrectObjectTypeException _) {
            return Optional.empty();
        }
    }

    private ObjectId commit(ObjectId tree, ObjectId... parents) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(new PersonIdent("rosa", "rosa@example.com"));
        commit.setCommitter(new PersonIdent("rosa", "rosa@example.com"));
        try (ObjectInserter inserter = git.newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }
}
