package dev.slipway.promotion.flow;

import dev.slipway.builds.Build;
import dev.slipway.builds.Builds;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.GitContent;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Environment;
import dev.slipway.promotion.store.DecisionStore;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The newest Release that could come to an environment: state computed anew each time, never an event remembered. So a build
 * that ended before its environment existed is deployed all the same.
 */
@Component
class Candidates {

    private static final int NEWEST_BUILDS = 5;

    private final DesiredState desired;
    private final Builds builds;
    private final ReleaseOrder order;
    private final DecisionStore decisions;
    private final GitContent git;

    Candidates(DesiredState desired, Builds builds, ReleaseOrder order, DecisionStore decisions, GitContent git) {
        this.desired = desired;
        this.builds = builds;
        this.order = order;
        this.decisions = decisions;
        this.git = git;
    }

    /** The candidate for this environment; empty when nothing newer than what is live could come. */
    Optional<Release> candidate(ServiceName service, RepositoryRef repository, Environment environment) {
        Optional<DesiredApplication> target = desired.find(service, environment.name());
        if (target.isEmpty() || target.get().deleting()) {
            return Optional.empty();
        }
        Optional<Release> source = environment.promotion().isPresent()
                ? live(service, environment.promotion().get().from())
                : newestBuild(service, repository, target.get());
        return source.filter(release -> decisions.veto(service, release.id()).isEmpty())
                .filter(release -> order.replaces(release, target.get().release()));
    }

    private Optional<Release> live(ServiceName service, EnvironmentName environment) {
        return desired.find(service, environment).flatMap(DesiredApplication::currentRelease);
    }

    /**
     * A vetoed build is passed over for the next older one that may still be newer than what is live; so is one of a commit
     * that says nothing about the environment, from before the service was brought here perhaps.
     */
    private Optional<Release> newestBuild(ServiceName service, RepositoryRef repository, DesiredApplication target) {
        return builds.candidates(repository, NEWEST_BUILDS).stream()
                .map(Candidates::release)
                .filter(release -> decisions.veto(service, release.id()).isEmpty())
                .filter(release -> isConfigured(release, target))
                .findFirst();
    }

    private boolean isConfigured(Release release, DesiredApplication target) {
        return target.path().isEmpty()
                || !release.repository().equals(target.repository())
                || git.snapshot(release.repository(), release.commit()).isDirectory(target.path());
    }

    static Release release(Build build) {
        return new Release(build.repository(), build.commit(), new TreeMap<>(build.images()));
    }
}
