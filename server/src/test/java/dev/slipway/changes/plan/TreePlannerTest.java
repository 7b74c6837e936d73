package dev.slipway.changes.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.FileChange;
import dev.slipway.git.Snapshot;
import dev.slipway.support.SampleSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreePlannerTest {

    @Test
    void addsFilesAndLeavesThoseThatAreThere() {
        Snapshot tip =
                new SampleSnapshot(MemoryTree.ofTexts("CODEOWNERS", "* @them\n", "src/Main.java", "class Main {}"));
        Intent.AddFiles wanted = new Intent.AddFiles(Map.of(
                "CODEOWNERS",
                FileContent.text("* @red\n"),
                "catalog-info.yaml",
                FileContent.text("kind: Component\n")));

        assertThat(new TreePlanner().plan(wanted, tip))
                .isEqualTo(new Plan.Write(
                        List.of(new FileChange.Put("catalog-info.yaml", FileContent.text("kind: Component\n")))));
    }
}
