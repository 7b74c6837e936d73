package dev.slipway.promotion.flow;

import dev.slipway.git.Commit;
import dev.slipway.kernel.Release;

/**
 * One walk from what is live to what ran before it, and before that, newest commit first. A rollback is no step forward: what
 * it undid is left out, up to the Release that it went back to.
 */
final class StepsBack {

    private Release at;
    private boolean undone;

    StepsBack(Release live) {
        this.at = live;
    }

    /** Whether this commit took the place of a Release that ran before those seen so far. */
    boolean ranBefore(Release before, Commit commit) {
        boolean same = before.equals(at);
        if (undone) {
            undone = !same;
            return false;
        }
        if (same) {
            return false;
        }
        undone = Deployments.ROLLBACK.equals(commit.trailers().get("Slipway-Kind"));
        if (!undone) {
            at = before;
        }
        return !undone;
    }
}
