package dev.slipway.gitops.validation.syntax;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * So many, or so many of a hundred: {@code 1}, {@code 25%}.
 *
 * @param amount may be negative where it is no percentage
 */
public record Share(long amount, boolean percent) {

    /** For people. */
    public static final String WORDS = "a number from 0, or a percentage such as 25%";

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,9})%");

    /** @return empty when the value is missing, or neither */
    public static Optional<Share> parse(@Nullable Object value) {
        if (value instanceof Number number) {
            return Optional.of(new Share(number.longValue(), false));
        }
        Matcher matcher = PERCENT.matcher(value == null ? "" : value.toString());
        return matcher.matches() ? Optional.of(new Share(Long.parseLong(matcher.group(1)), true)) : Optional.empty();
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isMoreThanAll() {
        return percent && amount > 100;
    }
}
