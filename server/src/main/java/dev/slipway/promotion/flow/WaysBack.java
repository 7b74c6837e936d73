package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.Commit;
import dev.slipway.git.GitContent;
import dev.slipway.gitops.ContainerImages;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.Rollback;
import dev.slipway.promotion.store.DecisionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what ran before, in the history of the file in which an environment's Release stands; or says why nothing did. What a
 * rollback left does not count as having run before, and what is vetoed is passed over.
 */
@Component
class WaysBack {

    private static final int DEEPEST_HISTORY = 50;

    private final DesiredState desired;
    private final DecisionStore decisions;
    private final GitContent git;
    private final Platforms platforms;
    private final Shown shown;

    WaysBack(DesiredState desired, DecisionStore decisions, GitContent git, Platforms platforms, Shown shown) {
        this.desired = desired;
        this.decisions = decisions;
        this.git = git;
        this.platforms = platforms;
        this.shown = shown;
    }

    /**
     * What is live, and what ran before it.
     *
     * @param undone the commit whose revert brings back what ran before; null when it lies further back
     */
    record WayBack(Release live, Release before, @Nullable CommitId undone) {}

    /** Whether what Git says there now takes this commit of the platform repository into account. */
    boolean hasRead(CommitId commit) {
        CommitId read = desired.current().orElseThrow().commit();
        return read.equals(commit) || git.isAncestor(platforms.current().repository(), commit, read);
    }

    /** @throws PromotionException with CONFLICT when there is none, or another than was wished for */
    WayBack find(ServiceName service, EnvironmentName environment, Rollback wish) {
        DesiredApplication application = desired.find(service, environment)
                .orElseThrow(
                        () -> conflict(Problem.of("\"" + service + "\" has no Application in " + environment + ".")));
        Release live = application
                .currentRelease()
                .orElseThrow(() -> conflict(nothingReleased(application, service, environment)));
        CommitId tip = desired.current().orElseThrow().commit();
        shown.requireLive(service, environment, "from", wish.from(), live);
        StepsBack steps = new StepsBack(live);
        List<String> vetoed = new ArrayList<>();
        CommitId newest = null;
        for (Commit commit : history(application, tip)) {
            Optional<DesiredApplication> parent = commit.parents().stream()
                    .findFirst()
                    .flatMap(each -> desired.at(each).application(service, environment));
            Release before = parent.flatMap(DesiredApplication::currentRelease)
                    .orElseThrow(() -> conflict(
                            vetoed.isEmpty()
                                    ? first(application, parent, service, environment)
                                    : onlyVetoed(application, vetoed, service, environment)));
            newest = newest == null && !before.equals(live) ? commit.id() : newest;
            if (!steps.ranBefore(before, commit) || before.equals(live)) {
                continue;
            }
            if (decisions.veto(service, before.id()).isEmpty()) {
                shown.requireBefore(environment, wish.to(), before);
                return new WayBack(live, before, commit.id().equals(newest) ? newest : null);
            }
            vetoed.add(before.id());
        }
        throw conflict(notFound(application, live, service, environment));
    }

    private List<Commit> history(DesiredApplication application, CommitId tip) {
        return git.log(platforms.current().repository(), tip, null, file(application), DEEPEST_HISTORY);
    }

    private static String file(DesiredApplication application) {
        return application.releaseFiles().getFirst();
    }

    private Problem nothingReleased(DesiredApplication application, ServiceName service, EnvironmentName environment) {
        return Problem.at(
                        file(application),
                        "Nothing is released in " + environment + " yet, so there is nothing to go back from."
                                + unreleased("What runs there, ", Optional.of(application)))
                .expecting("two Releases in " + environment + ", one after the other")
                .next(another(service, environment));
    }

    private Problem first(
            DesiredApplication application,
            Optional<DesiredApplication> parent,
            ServiceName service,
            EnvironmentName environment) {
        return Problem.at(
                        file(application),
                        "Release " + application.currentRelease().orElseThrow().id() + " is the first in " + environment
                                + ": there is nothing before it to go back to."
                                + unreleased("What ran before it, ", parent))
                .expecting("another Release in " + environment + " before this one")
                .next(another(service, environment));
    }

    private Problem onlyVetoed(
            DesiredApplication application, List<String> vetoed, ServiceName service, EnvironmentName environment) {
        return Problem.at(
                        file(application),
                        "All that ran in " + environment + " before Release "
                                + application.currentRelease().orElseThrow().id() + " is vetoed: Release "
                                + String.join(", Release ", vetoed) + ".")
                .expecting("a Release before this one that is not vetoed")
                .next(another(service, environment)
                        + " Or have a veto lifted by somebody who may lift holds: on /services/"
                        + service + "/history, or slipway lift-veto " + service + " " + vetoed.getFirst()
                        + " --reason \"…\".");
    }

    /** Images by tag, or by a digest of which nobody knows the commit, may well run: no Release is what they are. */
    private static String unreleased(String what, Optional<DesiredApplication> application) {
        return application
                .filter(DesiredApplication::automated)
                .map(each -> ContainerImages.references(each.objects()))
                .filter(images -> !images.isEmpty())
                .map(images -> " " + what + String.join(" and ", images)
                        + ", is no Release: nothing says of which commit it was made.")
                .orElse("");
    }

    private String another(ServiceName service, EnvironmentName environment) {
        boolean gated = platforms
                .current()
                .environment(environment)
                .filter(Environment::gated)
                .isPresent();
        return "Push a commit that puts right what is wrong; "
                + (gated
                        ? "its Release comes here through the gates: slipway promote " + service + " " + environment
                                + "."
                        : "its build is deployed here.");
    }

    private Problem notFound(
            DesiredApplication application, Release live, ServiceName service, EnvironmentName environment) {
        return Problem.at(
                        file(application),
                        "What ran in " + environment + " before Release " + live.id() + " is not among the newest "
                                + DEEPEST_HISTORY + " commits of this file.")
                .next(another(service, environment));
    }

    private static PromotionException conflict(Problem problem) {
        return new PromotionException(ProblemCode.CONFLICT, problem);
    }
}
