package dev.slipway.scaffolding.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DebugWaitTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T10:00:00Z");

    private static ActionResult at(String now, Map<String, Object> input) {
        DebugWait wait = new DebugWait(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
        return wait.run(new ActionContext(
                ActionWorld.RUN, "wait", input, new Workspace(), MemoryTree.ofTexts(), _ -> {}, "key", BEGUN));
    }

    @Test
    void countsFromWhenTheStepWasBegunInWhicheverProcess() {
        Map<String, Object> input = Map.of("minutes", 1L, "seconds", 30L);

        assertThat(at("2026-01-01T10:01:29Z", input))
                .isEqualTo(new ActionResult.Waiting("Waits until 2026-01-01T10:01:30Z"));
        assertThat(at("2026-01-01T10:01:30Z", input)).isEqualTo(ActionResult.done());
    }

    @Test
    void waitsForADayAtMost() {
        assertThatThrownBy(() -> at("2026-01-01T10:00:00Z", Map.of("minutes", 1441L)))
                .hasMessage("A step waits for at most 24 hours.");
    }
}
