package dev.slipway.gitops.impact.fields;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One step into a value. */
public sealed interface Step {

    /** What it leads to; null where it leads nowhere. */
    @Nullable
    Object in(@Nullable Object value);

    /** Into a map. */
    record Key(String name) implements Step {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

        @Override
        public @Nullable Object in(@Nullable Object value) {
            return value instanceof Map<?, ?> map ? map.get(name) : null;
        }

        @Override
        public String toString() {
            return PLAIN.matcher(name).matches() ? "." + name : "[\"" + name + "\"]";
        }
    }

    /**
     * Into a list.
     *
     * @param by the fields that identify its elements; empty for lists of scalars and for positions
     */
    record Element(String by, String value) implements Step {
        @Override
        public @Nullable Object in(@Nullable Object value) {
            return value instanceof List<?> list ? ElementKeys.find(this, list) : null;
        }

        @Override
        public String toString() {
            return "[" + (by.isEmpty() ? "" : by + "=") + value + "]";
        }
    }
}
