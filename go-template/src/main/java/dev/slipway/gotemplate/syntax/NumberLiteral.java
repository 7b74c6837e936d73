package dev.slipway.gotemplate.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A number constant, with all that it can stand for, as Go's untyped constants do.
 *
 * @param source how it was written
 * @param integer its value as an int, null when it is none
 * @param floating its value as a float64
 */
public record NumberLiteral(
        int position, String source, @Nullable Long integer, double floating) implements Operand {

    /** Whether it is a float64 where no type is asked for: written with a point or an exponent. */
    public boolean isFloating() {
        return !source.startsWith("'") && !isHexInteger() && contains(".eEpP");
    }

    private boolean isHexInteger() {
        return source.length() > 2 && (source.startsWith("0x") || source.startsWith("0X")) && !contains("pP");
    }

    private boolean contains(String any) {
        return source.chars().anyMatch(c -> any.indexOf(c) >= 0);
    }
}
