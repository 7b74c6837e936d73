package dev.slipway.gitops.impact.meaning;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short forms of values within sentences. */
final class Words {

    private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{8})[0-9a-f]{56}");
    private static final Pattern COMMIT = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{32}\\b");
    private static final int LONGEST = 80;

    private Words() {}

    /** {@code old → new}; what is not there is {@code none}. */
    static String change(@Nullable String before, @Nullable String after) {
        return brief(before) + " → " + brief(after);
    }

    /** One line; digests and commits shortened. */
    static String brief(@Nullable String value) {
        if (value == null) {
            return "none";
        }
        String line = value.lines().count() > 1 ? value.lines().findFirst().orElse("") + " …" : value;
        String shortened = COMMIT.matcher(DIGEST.matcher(line).replaceAll("$1")).replaceAll("$1");
        return shortened.length() <= LONGEST ? shortened : shortened.substring(0, LONGEST) + "…";
    }
}
