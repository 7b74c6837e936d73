package dev.slipway.scaffolding.mapping;

import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import java.util.Map;
import java.util.Optional;

/** An action that an endpoint carries out, where there is no server that may call it. */
record UncalledAction(ActionMapping.Call mapping) implements Action {

    @Override
    public String id() {
        return mapping.id();
    }

    @Override
    public String description() {
        return "Carried out by the endpoint \"" + mapping.endpoint() + "\" of the platform definition";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Map.of("type", "object");
    }

    @Override
    public Optional<String> missingAdapter() {
        return Optional.of("a server that calls the endpoint \"" + mapping.endpoint() + "\"");
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public ActionResult run(ActionContext context) {
        throw new ActionException(
                "The endpoint \"" + mapping.endpoint() + "\" is called by a server; here it is only run dry.");
    }
}
