package dev.slipway.promotion.flow;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.git.HostedRelease;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.Release;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.store.DecisionStore;
import dev.slipway.promotion.store.PromotionStore;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Begins the promotions that nobody has to ask for, where a candidate waits and nothing stands against it. */
@Component
class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final Platforms platforms;
    private final ServiceNames services;
    private final DesiredState desired;
    private final EndingServices ending;
    private final Candidates candidates;
    private final PromotionStore promotions;
    private final DecisionStore decisions;
    private final Versions versions;
    private final ReleaseImages images;
    private final Clock clock;

    Beginnings(
            Platforms platforms,
            ServiceNames services,
            DesiredState desired,
            EndingServices ending,
            Candidates candidates,
            PromotionStore promotions,
            DecisionStore decisions,
            Versions versions,
            ReleaseImages images,
            Clock clock) {
        this.platforms = platforms;
        this.services = services;
        this.desired = desired;
        this.ending = ending;
        this.candidates = candidates;
        this.promotions = promotions;
        this.decisions = decisions;
        this.versions = versions;
        this.images = images;
        this.clock = clock;
    }

    void begin() {
        for (RegisteredService service : services.services()) {
            platforms.current().environments().stream()
                    .filter(Beginnings::startsByItself)
                    .forEach(environment -> tryToBegin(service, environment));
        }
    }

    /** A service of which something cannot be read does not keep the others waiting. */
    private void tryToBegin(RegisteredService service, Environment environment) {
        try {
            begin(service, environment);
        } catch (RuntimeException e) {
            LOG.warn(
                    "What could come to {} of {} cannot be told; it is tried again.",
                    environment.name(),
                    service.name(),
                    e);
        }
    }

    private static boolean startsByItself(Environment environment) {
        return environment
                .promotion()
                .map(rule -> rule.trigger() != PromotionRule.Trigger.MANUAL)
                .orElse(environment.deploysOnBuild());
    }

    private void begin(RegisteredService service, Environment environment) {
        if (decisions.hold(service.name(), environment.name()).isPresent() || ending.isDeparting(service.name())) {
            return;
        }
        candidates
                .candidate(service.name(), service.repository(), environment)
                .filter(release -> !promotions.wasTried(service.name(), environment.name(), release))
                .ifPresent(release -> requester(service, environment, release)
                        .ifPresent(account -> begin(service, environment, release, account)));
    }

    /** Who is behind it: approvals ask. Empty when nobody has published a version yet where that is needed. */
    private Optional<String> requester(RegisteredService service, Environment environment, Release release) {
        boolean onRelease = environment
                .promotion()
                .filter(rule -> rule.trigger() == PromotionRule.Trigger.RELEASE)
                .isPresent();
        return onRelease
                ? versions.of(release)
                        .filter(version -> versions.asksForPromotion(version, service))
                        .map(HostedRelease::author)
                : Optional.of(Actor.SLIPWAY);
    }

    private void begin(RegisteredService service, Environment environment, Release release, String account) {
        Optional<Promotion> open = promotions.open(service.name(), environment.name());
        if (open.isPresent() && !gaveWay(open.get(), release)) {
            return;
        }
        images.use(release);
        try {
            promotions.add(promotion(service, environment, release, account), clock.instant());
        } catch (DuplicateKeyException _) {
            // Somebody asked for a promotion in this very moment; the next round looks again.
        }
    }

    /** A waiting promotion of another Release gives way; one that is being written or deployed is finished first. */
    private boolean gaveWay(Promotion open, Release release) {
        return open.state() == PromotionState.RUNNING
                && promotions.automatic(open.id())
                && !open.release().equals(release)
                && promotions.move(
                        open.id(),
                        PromotionState.RUNNING,
                        PromotionState.SUPERSEDED,
                        "Release " + release.id() + " is newer.",
                        clock.instant());
    }

    private PromotionStore.New promotion(
            RegisteredService service, Environment environment, Release release, String account) {
        PromotionRule rule = environment.promotes();
        return new PromotionStore.New(
                rule == null ? Promotion.Kind.DEPLOYMENT : Promotion.Kind.PROMOTION,
                service.name(),
                rule == null ? null : rule.from(),
                environment.name(),
                release,
                PromotionState.RUNNING,
                account,
                true,
                null,
                "");
    }

    /** What Git says runs in the target of a promotion. */
    Optional<Release> live(Promotion promotion) {
        return desired.find(promotion.service(), promotion.to()).flatMap(DesiredApplication::currentRelease);
    }
}
