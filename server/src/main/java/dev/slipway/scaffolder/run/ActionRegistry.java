package dev.slipway.scaffolder.run;

import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolder.mapping.MappedActions;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.action.RemoteTrees;
import dev.slipway.scaffolding.action.TemplateFilter;
import dev.slipway.scaffolding.action.TemplateFilters;
import dev.slipway.scaffolding.builtin.BuiltinActions;
import dev.slipway.scaffolding.known.KnownActions;
import dev.slipway.scaffolding.mapping.ActionMapping;
import dev.slipway.scaffolding.mapping.Mapping;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The known actions, the built-in ones, every bean that is one, and what the platform definition maps; a later one replaces an
 * earlier one of the same id.
 */
@Component
public class ActionRegistry {

    private final Actions own;
    private final ObjectProvider<MappedActions> mapped;
    private final CurrentLimits limits;
    private volatile @Nullable Current current;

    private record Current(TemplateRules rules, Actions actions) {}

    ActionRegistry(
            List<Action> beans,
            List<TemplateFilter> filters,
            ObjectProvider<RemoteTrees> remote,
            ObjectProvider<MappedActions> mapped,
            Clock clock,
            CurrentLimits limits) {
        TemplateFilters language = new TemplateFilters(filters);
        this.mapped = mapped;
        this.limits = limits;
        this.own = new Actions(
                Stream.of(
                                KnownActions.all(),
                                BuiltinActions.all(remote.getIfAvailable(RemoteTrees::none), language, clock),
                                beans)
                        .flatMap(List::stream)
                        .map(action -> new GuardedAction(action, limits))
                        .toList(),
                language);
    }

    /** As the newest platform definition has them. */
    public Actions actions() {
        MappedActions source = mapped.getIfAvailable();
        TemplateRules rules = source == null ? TemplateRules.NONE : source.rules();
        if (source == null || rules.actions().isEmpty()) {
            return own;
        }
        Current known = current;
        if (known == null || !known.rules().equals(rules)) {
            known = new Current(rules, with(source.of(rules, own)));
            current = known;
        }
        return known.actions();
    }

    /** As they would be with these mappings; for looking at templates and not for running them. */
    public Actions actions(List<ActionMapping> mappings) {
        return own.with(Mapping.local(mappings, own));
    }

    private Actions with(List<Action> more) {
        return own.with(
                more.stream().map(action -> new GuardedAction(action, limits)).toList());
    }
}
