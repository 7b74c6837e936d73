package dev.slipway.gitops.impact.fields;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param before null where it was not there
 * @param after null where it is not there any more
 */
public record Difference(
        FieldPath path, @Nullable Object before, @Nullable Object after) {

    /** Whether it is new, another one, or gone. */
    public Turn turn() {
        if (before == null) {
            return Turn.ADDED;
        }
        return after == null ? Turn.REMOVED : Turn.CHANGED;
    }

    /** What happened to the element of the list of this name that it is in, or is. */
    public Turn turnOf(String list) {
        return path.isElementOf(list) ? turn() : Turn.CHANGED;
    }

    /** What was there, in words; null where nothing was. */
    public @Nullable String textBefore() {
        return text(before);
    }

    /** What is there, in words; null where nothing is. */
    public @Nullable String textAfter() {
        return text(after);
    }

    /** As {@link #textBefore()}, on one line. */
    public @Nullable String lineBefore() {
        return line(before);
    }

    /** As {@link #textAfter()}, on one line. */
    public @Nullable String lineAfter() {
        return line(after);
    }

    /** In words that may be shown to everybody. */
    public FieldChange shown() {
        return Shown.change(this);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Shown.text(value);
    }

    private static @Nullable String line(@Nullable Object value) {
        return value == null ? null : Shown.text(value).replace("\n", ", ");
    }
}
