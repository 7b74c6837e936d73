package dev.slipway.gitops.images;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment beside an image says: of which commit the Release was made that was written there. A digest alone does not
 * say it, and two commits may come to one digest.
 *
 * @param repository {@code organisation/name}
 * @param commit whole, in hexadecimal
 */
public record ReleaseMark(String repository, String commit) {

    private static final Pattern AT_END =
            Pattern.compile("[ \\t]*# slipway: ([^\\s/@]+/[^\\s/@]+)@([0-9a-f]{40})[ \\t]*$");

    /** The mark at the end of a line. */
    static Optional<ReleaseMark> endOf(String line) {
        Matcher matcher = AT_END.matcher(line);
        return matcher.find() ? Optional.of(new ReleaseMark(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The line with this mark at its end, in place of the one that was there. */
    String after(String line) {
        return AT_END.matcher(line).replaceFirst("").stripTrailing() + " # " + this;
    }

    @Override
    public String toString() {
        return "slipway: " + repository + "@" + commit;
    }
}
