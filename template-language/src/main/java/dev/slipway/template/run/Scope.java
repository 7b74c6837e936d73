package dev.slipway.template.run;

import dev.slipway.template.contract.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are known at one place: a loop has a scope of its own inside the template's. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, @Nullable Object> names;

    Scope(@Nullable Scope outer, Map<String, @Nullable Object> names) {
        this.outer = outer;
        this.names = names;
    }

    Scope inner() {
        return new Scope(this, new HashMap<>());
    }

    @Nullable
    Object get(String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        return outer == null ? Undefined.UNDEFINED : outer.get(name);
    }

    /** A name of this scope alone, as a loop's variable is. */
    void declare(String name, @Nullable Object value) {
        names.put(name, value);
    }

    /** Changes the name where it is known, else makes it known here. */
    void assign(String name, @Nullable Object value) {
        Scope owner = owner(name);
        (owner == null ? this : owner).names.put(name, value);
    }

    private @Nullable Scope owner(String name) {
        if (names.containsKey(name)) {
            return this;
        }
        return outer == null ? null : outer.owner(name);
    }
}
