package dev.slipway.platform;

import dev.slipway.scaffolding.mapping.ActionMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates may reach beside the platform, what becomes of actions that it has not, and how long runs may take. */
public record TemplateRules(List<Endpoint> endpoints, List<ActionMapping> actions, Limits limits) {

    public static final TemplateRules NONE = new TemplateRules(List.of(), List.of(), Limits.NONE);

    public TemplateRules {
        endpoints = List.copyOf(endpoints);
        actions = List.copyOf(actions);
    }

    public Optional<Endpoint> endpoint(String name) {
        return endpoints.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /**
     * How long things may take; null where the definition leaves it to the server.
     *
     * @param action one go of an action
     * @param step a step with all its waiting
     * @param run an attempt with all its steps
     */
    public record Limits(
            @Nullable Duration action,
            @Nullable Duration step,
            @Nullable Duration run) {
        public static final Limits NONE = new Limits(null, null, null);
    }

    /**
     * An address that steps may call.
     *
     * @param timeout of one call
     * @param privateNetwork whether it may stand in a private network or on this machine
     * @param headers sent with each call
     * @param secret sent with each call; null for none
     */
    public record Endpoint(
            String name,
            URI url,
            Duration timeout,
            boolean privateNetwork,
            Map<String, String> headers,
            @Nullable SecretHeader secret) {
        public Endpoint {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A header whose value is a secret of the installation.
     *
     * @param name of the secret, not its value
     * @param prefix what stands before the value, for example {@code Bearer }
     */
    public record SecretHeader(String header, String name, String prefix) {}
}
