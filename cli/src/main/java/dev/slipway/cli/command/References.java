package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.entities.EntityRef;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** References to entities as people say them. */
final class References {

    private static final String UNSAID = ":" + EntityRef.DEFAULT_NAMESPACE + "/";

    private References() {}

    /** Without the namespace where it goes without saying. */
    static String brief(String ref) {
        return ref.replace(UNSAID, ":");
    }

    /** What this field of each item holds, with commas between. */
    static String brief(JsonNode items, String field) {
        List<String> refs = new ArrayList<>();
        items.forEach(item -> refs.add(brief(Json.text(item, field))));
        return String.join(", ", refs);
    }
}
