package dev.slipway.services.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.changes.Intent;
import dev.slipway.changes.Plan;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.git.FileChange;
import dev.slipway.kernel.ServiceName;
import dev.slipway.support.SampleSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinalizerPlannerTest {

    private static final String RELEASED = """
            kind: Application
            metadata:
              name: billing-dev
            spec: {source: {targetRevision: 52f4a0e}}
            """;

    @Test
    void marksTheApplicationsAsTheyAreByThenAndTouchesNoOtherFile() {
        SampleSnapshot tip = new SampleSnapshot(MemoryTree.of(Map.of(
                "applications/billing/dev.yaml", executable(RELEASED),
                "applications/billing/notes.md", FileContent.text("kind: Application\n"),
                "applications/pricing/dev.yaml", FileContent.text(RELEASED))));

        Plan plan = new FinalizerPlanner().plan(new Intent.AddFinalizers(new ServiceName("billing")), tip);

        assertThat(plan)
                .isEqualTo(new Plan.Write(List.of(new FileChange.Put(
                        "applications/billing/dev.yaml", executable(Finalizers.add("dev.yaml", RELEASED))))));
    }

    private static FileContent executable(String text) {
        return new FileContent(text.getBytes(StandardCharsets.UTF_8), FileMode.EXECUTABLE);
    }
}
