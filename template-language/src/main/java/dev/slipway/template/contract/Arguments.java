package dev.slipway.template.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filter, test or function was called with.
 *
 * @param positional in the order they were written
 * @param named those written as {@code name=value}
 */
public record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {

    public static final Arguments NONE = new Arguments(List.of(), Map.of());

    /** The argument at this position or with this name; empty when missing, null or undefined. */
    public Optional<Object> get(int position, String name) {
        Object value = position < positional.size() ? positional.get(position) : named.get(name);
        return value == Undefined.UNDEFINED ? Optional.empty() : Optional.ofNullable(value);
    }

    /** Whether anything was given at this position or with this name. */
    public boolean has(int position, String name) {
        return position < positional.size() || named.containsKey(name);
    }
}
