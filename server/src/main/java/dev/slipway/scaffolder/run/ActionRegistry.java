package dev.slipway.scaffolder.run;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The built-in actions and every bean that is one. */
@Component
public class ActionRegistry {

    private final Actions actions;

    ActionRegistry(List<Action> beans) {
        this.actions = new Actions(Stream.concat(BuiltinActions.all().stream(), beans.stream())
                .map(GuardedAction::new)
                .toList());
    }

    public Actions actions() {
        return actions;
    }
}
