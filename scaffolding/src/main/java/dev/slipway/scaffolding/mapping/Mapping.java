package dev.slipway.scaffolding.mapping;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import java.util.List;
import java.util.function.Function;

/** Makes actions of mappings. */
public final class Mapping {

    private Mapping() {}

    /**
     * The mapped actions, in their order.
     *
     * @param known what an alias may mean
     * @param calls makes those that an endpoint carries out
     */
    public static List<Action> actions(
            List<ActionMapping> mappings, Actions known, Function<ActionMapping.Call, Action> calls) {
        return mappings.stream()
                .map(mapping -> switch (mapping) {
                    case ActionMapping.Alias alias -> new AliasAction(alias, known);
                    case ActionMapping.Skip skip -> new SkippedAction(skip);
                    case ActionMapping.Call call -> calls.apply(call);
                })
                .toList();
    }

    /** Without a server: what an endpoint would carry out can only be run dry. */
    public static List<Action> local(List<ActionMapping> mappings, Actions known) {
        return actions(mappings, known, UncalledAction::new);
    }
}
