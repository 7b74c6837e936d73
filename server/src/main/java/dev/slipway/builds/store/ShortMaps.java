package dev.slipway.builds.store;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small maps of texts as JSON objects. */
@Component
public class ShortMaps {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    public ShortMaps(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> map) {
        return json.writeValueAsString(map);
    }

    Map<String, String> read(String text) {
        return json.readValue(text, TEXTS);
    }
}
