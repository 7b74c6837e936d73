package dev.slipway.previews.plan;

import dev.slipway.kernel.PullRequestRef;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.PreviewRules;
import dev.slipway.previews.PreviewState;
import dev.slipway.previews.PreviewStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From open pull requests to their previews; whatever happened before, and in which order, plays no part. The rules are those
 * of pull requests as they are now, so that a lost, doubled or late event can do no harm.
 */
public final class WantedPreviews {

    private static final Comparator<PullRequestFacts> OLDEST_FIRST = Comparator.comparing(PullRequestFacts::openedAt)
            .thenComparing(pull -> pull.ref().repository().toString())
            .thenComparingInt(pull -> pull.ref().number());

    private final PreviewRules rules;
    private final Instant now;
    private final Map<TeamName, Integer> places = new HashMap<>();

    private WantedPreviews(PreviewRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** The pull requests that were opened first get the places that a team has. */
    public static Map<PullRequestRef, Decision> of(List<PullRequestFacts> pulls, PreviewRules rules, Instant now) {
        WantedPreviews wanted = new WantedPreviews(rules, now);
        List<PullRequestFacts> ordered = new ArrayList<>(pulls);
        ordered.sort(OLDEST_FIRST);
        Map<PullRequestRef, Decision> decisions = new LinkedHashMap<>();
        ordered.forEach(pull -> decisions.put(pull.ref(), wanted.decide(pull)));
        return decisions;
    }

    private Decision decide(PullRequestFacts pull) {
        if (!pull.trusted() && !pull.approved()) {
            return Decision.nothing(
                    PreviewState.WAITING,
                    "Its author may not push to " + pull.ref().repository() + ": a maintainer has to approve commit "
                            + pull.head().brief() + " first.");
        }
        if (pull.ended()) {
            return Decision.nothing(PreviewState.ENDED, "It was ended. The next commit brings it back.");
        }
        if (!pull.kept() && !now.isBefore(pull.activeAt().plus(rules.timeToLive()))) {
            return Decision.nothing(
                    PreviewState.ENDED,
                    "Nothing was pushed and nobody asked for it for " + words(rules.timeToLive())
                            + ". The next commit brings it back, and the label `keep` makes it stay.");
        }
        if (pull.overlay() instanceof OverlayFact.Missing) {
            return Decision.nothing(
                    PreviewState.SKIPPED,
                    "Commit " + pull.head().brief() + " has no deploy/overlays/preview/kustomization.yaml.");
        }
        if (places.merge(pull.team(), 1, Integer::sum) > rules.limit()) {
            return Decision.nothing(
                    PreviewState.WAITING,
                    "Team " + pull.team() + " has " + rules.limit()
                            + " previews, as many as it may. This one comes when an older one goes.");
        }
        return decideOnHead(pull);
    }

    private static Decision decideOnHead(PullRequestFacts pull) {
        String commit = "Commit " + pull.head().brief();
        return switch (pull.build()) {
            case BuildFact.Pending pending ->
                Decision.building(
                        pull.shown(),
                        commit
                                + (pending.build() == null
                                        ? " waits for its build."
                                        : " is being built: build " + pending.build() + "."));
            case BuildFact.Failed failed ->
                Decision.failed(
                        pull.shown(),
                        PreviewStep.BUILD,
                        "Build " + failed.build() + " failed: " + failed.reason(),
                        failed.log());
            case BuildFact.Built built ->
                switch (pull.overlay()) {
                    case OverlayFact.Broken broken ->
                        Decision.failed(
                                pull.shown(),
                                PreviewStep.RENDER,
                                commit + " has a deploy/overlays/preview that does not render.",
                                broken.problems());
                    case OverlayFact.Missing _, OverlayFact.Renders _ ->
                        Decision.show(new Release(pull.ref().repository(), pull.head(), built.images()));
                };
        };
    }

    private static String words(Duration duration) {
        long days = duration.toDays();
        if (days > 0) {
            return days + (days == 1 ? " day" : " days");
        }
        return duration.toHours() > 0 ? duration.toHours() + " h" : duration.toSeconds() + " s";
    }
}
