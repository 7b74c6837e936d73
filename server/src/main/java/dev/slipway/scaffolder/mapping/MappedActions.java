package dev.slipway.scaffolder.mapping;

import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.TemplateRules;
import dev.slipway.scaffolder.endpoint.Endpoints;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.Actions;
import dev.slipway.scaffolding.mapping.Mapping;
import java.util.List;
import org.springframework.stereotype.Component;

/** The actions that the newest platform definition maps. */
@Component
public class MappedActions {

    private final Platforms platforms;
    private final Endpoints endpoints;

    MappedActions(Platforms platforms, Endpoints endpoints) {
        this.platforms = platforms;
        this.endpoints = endpoints;
    }

    public TemplateRules rules() {
        return platforms.find().map(PlatformDefinition::templates).orElse(TemplateRules.NONE);
    }

    /** @param known what an alias may mean */
    public List<Action> of(TemplateRules rules, Actions known) {
        return Mapping.actions(
                rules.actions(),
                known,
                call -> new CallAction(call, rules.endpoint(call.endpoint()).orElseThrow(), endpoints));
    }
}
