package dev.slipway.scaffolder.endpoint;

import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.TemplateRules;
import dev.slipway.platform.TemplateRules.Endpoint;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.DescribedAction;
import dev.slipway.scaffolding.known.KnownActions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code http:backstage:request}: what Backstage would reach through its proxy. {@code /api/proxy/<name>/…} is the endpoint of
 * that name; any other path is refused, the platform's own too: a template acts through its steps, which are checked.
 */
@Component
class RequestAction extends DescribedAction {

    private static final Pattern PROXIED = Pattern.compile("/?(?:api/)?proxy/([^/?]+)(.*)");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Platforms platforms;
    private final Endpoints endpoints;

    RequestAction(Platforms platforms, Endpoints endpoints) {
        super(KnownActions.describe("http:backstage:request"));
        this.platforms = platforms;
        this.endpoints = endpoints;
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
        String method = context.text("method").orElse("GET").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new ActionException("\"" + method + "\" is no method.");
        }
        Matcher path = PROXIED.matcher(context.text("path").orElse(""));
        if (!path.matches()) {
            throw new ActionException("The path \"" + context.text("path").orElse("") + "\" is not called: expected"
                    + " /api/proxy/<name>/…, with an endpoint of the platform definition (spec.templates.endpoints).");
        }
        Endpoint endpoint = endpoint(path.group(1));
        context.log(
                Boolean.FALSE.equals(context.input().get("logRequestPath"))
                        ? method + " to the endpoint " + endpoint.name()
                        : method + " " + path.group().replaceFirst("\\?.*$", ""));
        EndpointCall call = new EndpointCall(
                method,
                path.group(2),
                texts(context, "params"),
                texts(context, "headers"),
                body(context),
                context.key());
        try {
            return result(context, endpoints.call(endpoint, call));
        } catch (UnreachableException e) {
            return new ActionResult.Waiting(e.getMessage() + "; it is tried again");
        }
    }

    private Endpoint endpoint(String name) {
        TemplateRules rules =
                platforms.find().map(PlatformDefinition::templates).orElse(TemplateRules.NONE);
        return rules.endpoint(name)
                .orElseThrow(
                        () -> new ActionException("There is no endpoint \"" + name + "\": the platform definition has "
                                + rules.endpoints().stream().map(Endpoint::name).collect(Collectors.joining(", "))
                                + " (spec.templates.endpoints)."));
    }

    private static ActionResult result(ActionContext context, EndpointAnswer answer) {
        context.log("It answered " + answer.status());
        if (!answer.isGood() && !context.flag("continueOnBadResponse")) {
            throw new ActionException("The endpoint answered " + answer.brief());
        }
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        outputs.put("code", (long) answer.status());
        outputs.put("headers", answer.headers());
        outputs.put("body", answer.body());
        return new ActionResult.Done(outputs);
    }

    private static Map<String, String> texts(ActionContext context, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (context.input().get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }

    private static @Nullable String body(ActionContext context) {
        Object body = context.input().get("body");
        return body == null || body instanceof String
                ? (String) body
                : JsonMapper.shared().writeValueAsString(body);
    }
}
