package dev.slipway.scaffolding.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do where a template names an action that this installation has not. */
public sealed interface ActionMapping {

    /** The action as templates name it. */
    String id();

    /**
     * Another action does it.
     *
     * @param renamed the other action's names of inputs, by the template's
     * @param input fixed inputs, which win
     */
    record Alias(String id, String action, Map<String, String> renamed, Map<String, @Nullable Object> input)
            implements ActionMapping {
        public Alias {
            renamed = Map.copyOf(renamed);
            input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }

    /**
     * Nothing does it.
     *
     * @param output what later steps see
     */
    record Skip(String id, String reason, Map<String, @Nullable Object> output) implements ActionMapping {
        public Skip {
            output = Collections.unmodifiableMap(new LinkedHashMap<>(output));
        }
    }

    /**
     * An HTTP endpoint does it, with the step's input.
     *
     * @param endpoint one of the definition's
     * @param path below the endpoint's address
     */
    record Call(String id, String endpoint, String path, String method) implements ActionMapping {}
}
