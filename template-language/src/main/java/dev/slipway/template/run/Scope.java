package dev.slipway.template.run;

import dev.slipway.template.contract.Undefined;
import dev.slipway.template.value.Budget;
import dev.slipway.template.value.Globals;
import dev.slipway.template.value.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for at one moment: first what frames hold, then what is known everywhere (the context, and what the template sets
 * outside loops), then nunjucks' functions.
 */
final class Scope {

    private final Map<String, ? extends @Nullable Object> context;
    private final Budget budget;
    private final Map<String, @Nullable Object> everywhere = new HashMap<>();
    private final Frame top = Frame.alone();
    private Frame frame = top;

    Scope(Map<String, ? extends @Nullable Object> context, Budget budget) {
        this.context = context;
        this.budget = budget;
    }

    Frame frame() {
        return frame;
    }

    void enter(Frame inner) {
        frame = inner;
    }

    @Nullable
    Object get(String name) {
        Object value = frame.get(name);
        return value == Undefined.UNDEFINED ? everywhere(name) : value;
    }

    private @Nullable Object everywhere(String name) {
        Object known = everywhere.get(name);
        if (known != null || everywhere.containsKey(name)) {
            return known;
        }
        Object given = context.get(name);
        if (given == null && !context.containsKey(name)) {
            return Globals.named(name, budget);
        }
        Object adopted = Values.adopt(given);
        everywhere.put(name, adopted);
        return adopted;
    }

    void declareEverywhere(String name, @Nullable Object value) {
        everywhere.put(name, value);
    }

    @SuppressWarnings("ReferenceEquality") // is it this very frame?
    void assign(String name, @Nullable Object value) {
        frame.assign(name, value);
        if (frame == top) {
            everywhere.put(name, value);
        }
    }
}
