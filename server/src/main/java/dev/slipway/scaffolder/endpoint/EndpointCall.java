package dev.slipway.scaffolder.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an endpoint.
 *
 * @param path below the endpoint's address; empty, or with a slash before it
 * @param query by name
 * @param body JSON or text; null for none
 * @param key names this call: the same when it is repeated after a crash
 */
public record EndpointCall(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        String key) {

    public EndpointCall {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }
}
