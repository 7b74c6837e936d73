package dev.slipway.desiredstate.check;

import dev.slipway.git.CommitStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * What a check says of a pull request.
 *
 * @param summary one line, without a full stop
 * @param path where the portal says more; null when the comment says everything
 * @param comment everything, as Markdown
 * @param worthTelling whether the comment is written though none was before; one that was is always brought up to date
 * @param whole false when something could not be read, so that the answer may be another once it can
 */
public record Verdict(
        State state, String summary, @Nullable String path, String comment, boolean worthTelling, boolean whole) {

    /** Git hosts show a line; the comment says everything. */
    private static final int LONGEST = 140;

    /** The first of several things that are wrong, and how many more there are. */
    static String first(String what, int all) {
        String more = all == 1 ? "" : ", and " + (all - 1) + " more to put right";
        return (what.length() <= LONGEST ? what.replaceFirst("\\.$", "") : what.substring(0, LONGEST) + "…") + more;
    }
}
