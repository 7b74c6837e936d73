package dev.slipway.gitops.impact.fields;

import java.util.regex.Pattern;

/** One step into a value. */
public sealed interface Step {

    /** Into a map. */
    record Key(String name) implements Step {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

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
        public String toString() {
            return "[" + (by.isEmpty() ? "" : by + "=") + value + "]";
        }
    }
}
