package dev.slipway.scaffolding.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an action. */
public sealed interface ActionResult {

    /** It is done; later steps see its outputs. */
    record Done(Map<String, @Nullable Object> outputs) implements ActionResult {}

    /** Something outside has to happen first; the action is asked again later, in another process perhaps. */
    record Waiting(String reason) implements ActionResult {}

    static ActionResult done() {
        return new Done(Map.of());
    }
}
