package dev.slipway.scaffolding.known;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionDescription;
import java.util.List;
import java.util.Map;

/**
 * The actions that publish to hosts and call engines, with the inputs and outputs that Backstage's documentation gives them.
 * They run dry; an adapter's action of the same id replaces one.
 */
public final class KnownActions {

    private static final Descriptions KNOWN = Descriptions.read("known-actions.yaml");
    private static final Descriptions BUILT_IN = Descriptions.read("builtin-actions.yaml");

    private KnownActions() {}

    /** In the order of the file. */
    public static List<Action> all() {
        return KNOWN.entries().stream()
                .map(entry -> (Action) new KnownAction(entry.about(), entry.adapter(), entry.reason()))
                .toList();
    }

    /** What one of them, or a built-in action, says of itself. */
    public static ActionDescription describe(String id) {
        return BUILT_IN.find(id)
                .or(() -> KNOWN.find(id))
                .orElseThrow(() -> new IllegalArgumentException("The action \"" + id + "\" is not known."));
    }

    /** The outputs of one of them, with examples. */
    public static Map<String, Object> outputSchema(String id) {
        return describe(id).outputSchema();
    }
}
