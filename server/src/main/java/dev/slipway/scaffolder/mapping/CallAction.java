package dev.slipway.scaffolder.mapping;

import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.scaffolder.endpoint.EndpointAnswer;
import dev.slipway.scaffolder.endpoint.EndpointCall;
import dev.slipway.scaffolder.endpoint.Endpoints;
import dev.slipway.scaffolder.endpoint.UnreachableException;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.mapping.ActionMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An action that an endpoint carries out: the step's input goes there as JSON, the JSON object that comes back is the step's
 * output. An endpoint that is away is tried again until the step's time is over, with the same Idempotency-Key.
 */
record CallAction(ActionMapping.Call mapping, Endpoint endpoint, Endpoints endpoints) implements Action {

    @Override
    public String id() {
        return mapping.id();
    }

    @Override
    public String description() {
        return "Carried out by the endpoint \"" + endpoint.name() + "\" of the platform definition";
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Map.of("type", "object");
    }

    @Override
    public boolean reachesOutside() {
        return true;
    }

    @Override
    public String afterAKill() {
        return "It is asked again with the same Idempotency-Key, by which the endpoint can tell.";
    }

    @Override
    public ActionResult run(ActionContext context) {
        EndpointCall call = new EndpointCall(
                mapping.method(),
                mapping.path(),
                Map.of(),
                Map.of("Accept", "application/json"),
                JsonMapper.shared().writeValueAsString(context.input()),
                context.key());
        try {
            return result(context, endpoints.call(endpoint, call));
        } catch (UnreachableException e) {
            return new ActionResult.Waiting(e.getMessage() + "; it is tried again");
        }
    }

    private ActionResult result(ActionContext context, EndpointAnswer answer) {
        String said = "The endpoint \"" + endpoint.name() + "\" answered " + answer.brief();
        if (answer.mayPass()) {
            return new ActionResult.Waiting(said + "; it is tried again");
        }
        if (!answer.isGood()) {
            throw new ActionException(said);
        }
        context.log("The endpoint \"" + endpoint.name() + "\" answered " + answer.status());
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        switch (answer.body()) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, value) -> outputs.put(String.valueOf(key), value));
            default -> throw new ActionException(said + " Expected a JSON object, whose keys are the step's outputs.");
        }
        return new ActionResult.Done(outputs);
    }
}
