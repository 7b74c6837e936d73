package dev.slipway.gotemplate;

import org.jspecify.annotations.Nullable;

/**
 * A whole number that Go holds as an int64 and not as an int: what {@code --set} of Helm reads, and what Sprig's arithmetic returns. It is
 * printed and compared as an int is, but is refused where a function takes an int.
 */
public final class Int64 extends Number implements Comparable<Int64> {

    private static final long serialVersionUID = 1L;

    private final long value;

    public Int64(long value) {
        this.value = value;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public int compareTo(Int64 other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Int64 number && number.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
