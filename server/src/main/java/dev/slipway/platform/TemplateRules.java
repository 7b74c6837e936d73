package dev.slipway.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates may reach beside the platform, and what becomes of actions that it has not. */
public record TemplateRules(List<Endpoint> endpoints, List<ActionMapping> actions) {

    public static final TemplateRules NONE = new TemplateRules(List.of(), List.of());

    public TemplateRules {
        endpoints = List.copyOf(endpoints);
        actions = List.copyOf(actions);
    }

    public Optional<Endpoint> endpoint(String name) {
        return endpoints.stream().filter(each -> each.name().equals(name)).findFirst();
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
