package dev.slipway.scaffolder.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an endpoint answered.
 *
 * @param headers by name in small letters
 * @param text without the endpoint's secret, should it repeat that
 */
public record EndpointAnswer(int status, Map<String, String> headers, String text) {

    private static final int BRIEF = 300;

    public EndpointAnswer {
        headers = Map.copyOf(headers);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether trying again may help. */
    public boolean mayPass() {
        return status == 429 || status >= 500;
    }

    /** The value of a JSON answer, otherwise its text; null when it is empty. */
    public @Nullable Object body() {
        if (text.isBlank()) {
            return null;
        }
        try {
            return JsonMapper.shared().readValue(text, Object.class);
        } catch (JacksonException _) {
            return text;
        }
    }

    /** For messages. */
    public String brief() {
        String line = text.strip().replaceAll("\\s+", " ");
        return status + (line.isEmpty() ? "" : ": " + (line.length() > BRIEF ? line.substring(0, BRIEF) + "…" : line));
    }
}
