package dev.slipway.scaffolding.form;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the schemas that were compiled last: forms and actions ask for the same few again and again. Large ones are not kept. */
final class CompiledSchemas {

    private static final int MOST = 2_000;
    private static final int LONGEST = 8_192;

    private final SchemaRegistry registry;
    private final Map<String, Schema> kept = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
            return size() > MOST;
        }
    };

    CompiledSchemas(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** @param json the schema as text */
    Schema of(String json) {
        return find(json).orElseGet(() -> keep(json, registry.getSchema(json)));
    }

    private Optional<Schema> find(String json) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(json));
        }
    }

    private Schema keep(String json, Schema compiled) {
        if (json.length() <= LONGEST) {
            synchronized (kept) {
                kept.put(json, compiled);
            }
        }
        return compiled;
    }
}
