package dev.slipway.scaffolding.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short forms for the JSON Schemas of actions. */
public final class Schemas {

    private Schemas() {}

    /** An object; a name that begins with {@code *} is required: {@code "*url", "string", "replace", "boolean"}. */
    public static Map<String, Object> object(String... namesAndTypes) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            String name = namesAndTypes[i].replace("*", "");
            properties.put(name, namesAndTypes[i + 1].isEmpty() ? Map.of() : Map.of("type", namesAndTypes[i + 1]));
            if (namesAndTypes[i].startsWith("*")) {
                required.add(name);
            }
        }
        return Map.of("type", "object", "required", required, "properties", properties);
    }
}
