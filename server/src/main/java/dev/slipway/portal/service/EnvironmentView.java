package dev.slipway.portal.service;

import dev.slipway.delivery.LivePod;
import dev.slipway.desiredstate.ReleasePlaces.ReleasePlace;
import dev.slipway.git.Commit;
import dev.slipway.kernel.Release;
import dev.slipway.promotion.EnvironmentStanding;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.Veto;
import dev.slipway.ui.Badge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One environment of a service, with everything that can be seen and done there.
 *
 * @param reason why it is not healthy, or empty
 * @param from the environment that Releases come from; null where builds are deployed
 * @param live null before the first Release
 * @param commit of the live Release; null when there is none or Git no longer has it
 * @param places file and line where the live Release stands in Git
 * @param next the Release that a promotion would bring now; null when there is none
 * @param veto why what would come next may not; null when nothing stands against it
 * @param outOfSync whether something else runs than Git says
 * @param may what this viewer may do now
 */
public record EnvironmentView(
        String name,
        String cluster,
        String namespace,
        String url,
        Badge badge,
        String reason,
        @Nullable String from,
        @Nullable Release live,
        @Nullable Commit commit,
        List<ReleasePlace> places,
        @Nullable Release next,
        @Nullable Commit nextCommit,
        @Nullable Veto veto,
        List<LivePod> pods,
        boolean outOfSync,
        EnvironmentStanding.@Nullable Hold hold,
        @Nullable Promotion open,
        String explanation,
        May may) {

    /** What the viewer may do here now. */
    public record May(
            boolean promote, boolean approve, boolean cancel, boolean rollBack, boolean liftHold, boolean liftVeto) {

        public boolean anything() {
            return promote || approve || cancel || rollBack || liftHold || liftVeto;
        }
    }

    public EnvironmentView {
        places = List.copyOf(places);
        pods = List.copyOf(pods);
    }

    /** What a form says was live when it was shown. */
    public String liveId() {
        return live == null ? Promotion.NOTHING : live.id();
    }

    public long ready() {
        return pods.stream().filter(pod -> pod.ready() && !pod.terminating()).count();
    }

    public long expected() {
        return pods.stream().filter(pod -> !pod.terminating()).count();
    }

    /** Whether gates are being asked about the promotion under way. */
    public boolean deciding() {
        return open != null && (open.state() == PromotionState.RUNNING || open.state() == PromotionState.PENDING);
    }
}
