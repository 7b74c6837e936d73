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
import dev.slipway.promotion.Veto;
import dev.slipway.promotion.store.DecisionStore;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        return target(service, environment)
                .flatMap(target -> sources(service, repository, environment, target)
                        .filter(release -> decisions.veto(service, release.id()).isEmpty())
                        .findFirst()
                        .filter(release -> order.replaces(release, target.release())));
    }

    /** What would come before any other, were it not vetoed; empty when that is live, or may come. */
    Optional<Veto> vetoed(ServiceName service, RepositoryRef repository, Environment environment) {
        return target(service, environment)
                .flatMap(target -> sources(service, repository, environment, target)
                        .findFirst()
                        .filter(release -> !release.equals(target.release())))
                .flatMap(release -> decisions.veto(service, release.id()));
    }

    private Optional<DesiredApplication> target(ServiceName service, Environment environment) {
        return desired.find(service, environment.name()).filter(target -> !target.deleting());
    }

    private Stream<Release> sources(
            ServiceName service, RepositoryRef repository, Environment environment, DesiredApplication target) {
        return environment
                .promotion()
                .map(rule -> live(service, rule.from()).stream())
                .orElseGet(() -> newestBuilds(repository, target));
    }

    private Optional<Release> live(ServiceName service, EnvironmentName environment) {
        return desired.find(service, environment).flatMap(DesiredApplication::currentRelease);
    }

    /**
     * A vetoed build is passed over for the next older one that may still be newer than what is live; so is one of a commit
     * that says nothing about the environment, from before the service was brought here perhaps. Of a repository that is gone, nothing
     * comes any more.
     */
    private Stream<Release> newestBuilds(RepositoryRef repository, DesiredApplication target) {
        return !git.exists(repository)
                ? Stream.empty()
                : builds.candidates(repository, NEWEST_BUILDS).stream()
                        .map(Candidates::release)
                        .filter(release -> isConfigured(release, target));
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
