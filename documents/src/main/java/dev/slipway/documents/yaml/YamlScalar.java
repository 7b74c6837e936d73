package dev.slipway.documents.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A scalar.
 *
 * @param text as written, without quotes and with escapes resolved
 * @param value String, Long, BigInteger, Double, Boolean or null, as the dialect resolves the text
 * @param plainStyle whether it was written without quotes and not as a block
 */
public record YamlScalar(String text, @Nullable Object value, boolean plainStyle, Place place, Span span)
        implements YamlValue {

    @Override
    public @Nullable Object plain() {
        return value;
    }

    @Override
    public String kind() {
        return switch (value) {
            case null -> "nothing";
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            default -> "a number";
        };
    }
}
