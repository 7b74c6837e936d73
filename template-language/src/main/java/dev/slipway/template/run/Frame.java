package dev.slipway.template.run;

import dev.slipway.template.contract.Undefined;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that were set while the template runs: a loop has a frame inside the one around it. */
final class Frame {

    private final @Nullable Frame outer;
    private final boolean keepsWrites;
    private @Nullable Map<String, @Nullable Object> names;

    private Frame(@Nullable Frame outer, boolean keepsWrites) {
        this.outer = outer;
        this.keepsWrites = keepsWrites;
    }

    /** Of a template or a macro, which sees no other. */
    static Frame alone() {
        return new Frame(null, false);
    }

    /** Of a loop. */
    Frame inner() {
        return new Frame(this, false);
    }

    /** Of a block or the body of a call: it reads what is around it, and keeps what it sets to itself. */
    Frame isolated() {
        return new Frame(this, true);
    }

    @Nullable
    Object get(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            if (frame.has(name)) {
                return frame.names().get(name);
            }
        }
        return Undefined.UNDEFINED;
    }

    private boolean has(String name) {
        if (names == null) {
            return false;
        }
        Object value = names.get(name);
        return value == null ? names.containsKey(name) : value != Undefined.UNDEFINED;
    }

    private Map<String, @Nullable Object> names() {
        if (names == null) {
            names = new HashMap<>(8);
        }
        return names;
    }

    /** A name of this frame alone. */
    void declare(String name, @Nullable Object value) {
        names().put(name, value);
    }

    /** Changes the name where it is known, else makes it known here. */
    void assign(String name, @Nullable Object value) {
        Frame frame = this;
        while (frame != null && !frame.has(name)) {
            frame = frame == this && keepsWrites ? null : frame.outer;
        }
        (frame == null ? this : frame).declare(name, value);
    }
}
