package dev.slipway.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The id of a Git commit: 40 hexadecimal digits. */
public record CommitId(@JsonValue String value) {

    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

    public CommitId {
        Names.matching(SHA1, "a commit id", "40 hexadecimal digits", value);
    }

    /** The first ten digits, for people. */
    public String brief() {
        return value.substring(0, 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
