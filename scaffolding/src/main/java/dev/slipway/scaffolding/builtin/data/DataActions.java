package dev.slipway.scaffolding.builtin.data;

import dev.slipway.scaffolding.action.Action;
import java.util.List;

/** The actions on JSON and YAML. */
public final class DataActions {

    private DataActions() {}

    public static List<Action> all() {
        return List.of(
                new MergeAction("roadiehq:utils:json:merge", MergeAction.Form.JSON),
                new MergeAction("roadiehq:utils:yaml:merge", MergeAction.Form.YAML),
                new MergeAction("roadiehq:utils:merge", MergeAction.Form.BY_NAME),
                Serialize.json(),
                Serialize.yaml());
    }
}
