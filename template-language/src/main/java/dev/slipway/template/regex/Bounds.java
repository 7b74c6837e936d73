package dev.slipway.template.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code {least,most}} behind what is repeated. */
record Bounds(int least, int most, int end) {

    private static final Pattern WRITTEN = Pattern.compile("\\{([0-9]++)(,([0-9]*+))?+}");

    /** Null if there are none at this offset: then the brace is a character like others. */
    static @Nullable Bounds at(String pattern, int offset) {
        Matcher matcher = WRITTEN.matcher(pattern).region(offset, pattern.length());
        if (offset >= pattern.length() || !matcher.lookingAt()) {
            return null;
        }
        int least = number(matcher.group(1));
        String most = matcher.group(3);
        boolean open = most != null && most.isEmpty();
        return new Bounds(least, open ? Integer.MAX_VALUE : most == null ? least : number(most), matcher.end());
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
