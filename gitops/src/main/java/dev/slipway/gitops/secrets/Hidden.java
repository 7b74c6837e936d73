package dev.slipway.gitops.secrets;

/** A value that can be compared, and is never shown as it is. */
public final class Hidden {

    static final String TEXT = "(hidden)";

    private final Object value;
    private final String shown;

    Hidden(Object value, String shown) {
        this.value = value;
        this.shown = shown;
    }

    static Hidden wholly(Object value) {
        return new Hidden(value, TEXT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hidden hidden && hidden.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** What may be shown. */
    @Override
    public String toString() {
        return shown;
    }
}
