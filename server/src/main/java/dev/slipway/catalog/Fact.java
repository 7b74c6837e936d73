package dev.slipway.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known about an entity beside what its file says.
 *
 * @param name dotted, the module first, for example {@code builds.success-rate}
 * @param label the name as people read it
 * @param at when it was found out
 * @param source who or what says so, in words
 * @param path the page that shows more, within the portal; null where there is none
 */
public record Fact(
        String name,
        String label,
        Value value,
        Instant at,
        String source,
        @Nullable String path) {

    public Fact {
        if (!name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a fact: expected lower-case words with dots between them.");
        }
    }

    /** What is known. */
    public sealed interface Value {

        /** In words. */
        String text();
    }

    public record Text(String text) implements Value {}

    /** Whether something is so. */
    public record Flag(boolean value) implements Value {
        @Override
        public String text() {
            return value ? "yes" : "no";
        }
    }

    /** @param unit for example {@code %} or {@code s}; empty for a count */
    public record Quantity(double value, String unit) implements Value {
        @Override
        public String text() {
            String number = value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.valueOf((long) value)
                    : String.valueOf(value);
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }

    public record Moment(Instant value) implements Value {
        @Override
        public String text() {
            return value.toString();
        }
    }
}
