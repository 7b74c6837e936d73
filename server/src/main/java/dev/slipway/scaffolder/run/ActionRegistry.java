package dev.slipway.scaffolder.run;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilter;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The known actions, the built-in ones and every bean that is one; a later one replaces an earlier one of the same id. */
@Component
public class ActionRegistry {

    private final Actions actions;

    ActionRegistry(
            List<Action> beans,
            List<TemplateFilter> filters,
            ObjectProvider<RemoteTrees> remote,
            Clock clock,
            RunLimits limits) {
        TemplateFilters language = new TemplateFilters(filters);
        this.actions = new Actions(
                Stream.of(
                                KnownActions.all(),
                                BuiltinActions.all(remote.getIfAvailable(RemoteTrees::none), language, clock),
                                beans)
                        .flatMap(List::stream)
                        .map(action -> new GuardedAction(action, limits))
                        .toList(),
                language);
    }

    public Actions actions() {
        return actions;
    }
}
