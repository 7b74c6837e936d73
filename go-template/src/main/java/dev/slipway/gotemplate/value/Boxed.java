package dev.slipway.gotemplate.value;

import org.jspecify.annotations.Nullable;

/**
 * A value that Go holds in an interface: an element of a map or a list. It behaves as the value itself; but a nil in an interface is
 * something, whose fields cannot be asked for, where a key that a map lacks is nothing (null), whose fields are nothing too.
 */
public record Boxed(@Nullable Object value) {

    public static final Boxed NIL = new Boxed(null);

    public static Boxed of(@Nullable Object value) {
        return value == null ? NIL : new Boxed(value);
    }

    /** The value itself. */
    public static @Nullable Object open(@Nullable Object value) {
        return value instanceof Boxed boxed ? boxed.value : value;
    }
}
