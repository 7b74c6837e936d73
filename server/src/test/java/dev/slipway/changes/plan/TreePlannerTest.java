package dev.slipway.changes.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.git.FileChange;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TreePlannerTest {

    @Test
    void addsFilesAndLeavesThoseThatAreThere() {
        Snapshot tip = new Tip(MemoryTree.ofTexts("CODEOWNERS", "* @them\n", "src/Main.java", "class Main {}"));
        Intent.AddFiles wanted = new Intent.AddFiles(Map.of(
                "CODEOWNERS",
                FileContent.text("* @red\n"),
                "catalog-info.yaml",
                FileContent.text("kind: Component\n")));

        assertThat(new TreePlanner().plan(wanted, tip))
                .isEqualTo(new Plan.Write(
                        List.of(new FileChange.Put("catalog-info.yaml", FileContent.text("kind: Component\n")))));
    }

    /** A tree as if it were a commit's. */
    private record Tip(FileTree tree) implements Snapshot {
        @Override
        public RepositoryRef repository() {
            return new RepositoryRef("acme", "billing");
        }

        @Override
        public CommitId commit() {
            return new CommitId("0".repeat(40));
        }

        @Override
        public Optional<String> objectId(String path) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> files(Predicate<String> wanted) {
            throw new UnsupportedOperationException("not asked for by plans");
        }

        @Override
        public Optional<TreeEntry> entry(String path) {
            return tree.entry(path);
        }

        @Override
        public List<TreeEntry> list(String directory) {
            return tree.list(directory);
        }

        @Override
        public byte[] read(String path) {
            return tree.read(path);
        }
    }
}
