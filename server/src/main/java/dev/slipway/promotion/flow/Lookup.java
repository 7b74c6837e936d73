package dev.slipway.promotion.flow;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.Suggestions;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.PromotionRule;
import dev.slipway.platform.RegisteredService;
import dev.slipway.platform.ServiceNames;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionException;
import dev.slipway.promotion.PromotionId;
import dev.slipway.promotion.PromotionState;
import dev.slipway.promotion.store.PromotionStore;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what commands name, or says what there is instead. */
@Component
class Lookup {

    private final Platforms platforms;
    private final ServiceNames services;
    private final PromotionStore promotions;

    Lookup(Platforms platforms, ServiceNames services, PromotionStore promotions) {
        this.platforms = platforms;
        this.services = services;
        this.promotions = promotions;
    }

    RegisteredService service(ServiceName name) {
        return services.find(name)
                .orElseThrow(() -> missing(
                        "service",
                        "There is no service \"" + name + "\".",
                        name.value(),
                        services.services().stream()
                                .map(each -> each.name().value())
                                .toList()));
    }

    /** Whose service is promoted; null when it is gone, which leaves what is left of it to those who may act everywhere. */
    @Nullable
    TeamName team(Promotion promotion) {
        return services.find(promotion.service()).map(RegisteredService::team).orElse(null);
    }

    Environment environment(EnvironmentName name) {
        return platforms
                .current()
                .environment(name)
                .orElseThrow(() -> missing(
                        "environment",
                        "There is no environment \"" + name + "\".",
                        name.value(),
                        platforms.current().environments().stream()
                                .map(each -> each.name().value())
                                .toList()));
    }

    PromotionRule rule(EnvironmentName name) {
        return environment(name)
                .promotion()
                .orElseThrow(() -> new PromotionException(
                        ProblemCode.CONFLICT,
                        Problem.at(
                                "environment",
                                "Nothing is promoted to " + name + ": every build of main is deployed there.")));
    }

    Promotion promotion(PromotionId id) {
        return promotions
                .find(id)
                .orElseThrow(() ->
                        new PromotionException(ProblemCode.NOT_FOUND, Problem.of("There is no promotion " + id + ".")));
    }

    /** Refuses one that something has been written of, or that ended. Ask for permission before: how it stands is told here. */
    void requireWaiting(Promotion promotion) {
        if (promotion.state() != PromotionState.RUNNING && promotion.state() != PromotionState.PENDING) {
            throw new PromotionException(
                    ProblemCode.CONFLICT,
                    Problem.of("Promotion " + promotion.id() + " is "
                            + promotion.state().name().toLowerCase(java.util.Locale.ROOT) + ", it waits for nothing."));
        }
    }

    /** A Release that runs, or once went live, where it comes from. */
    Release release(ServiceName service, EnvironmentName from, Release live, String releaseId) {
        List<Release> known = Stream.concat(Stream.of(live), promotions.wentLive(service, from).stream())
                .distinct()
                .toList();
        return known.stream()
                .filter(release -> release.id().equals(releaseId))
                .findFirst()
                .orElseThrow(() -> missing(
                        "release",
                        "Release \"" + releaseId + "\" never went live in " + from + ".",
                        releaseId,
                        known.stream().map(Release::id).toList()));
    }

    /** What is done against the rules is done for a reason. */
    void reason(String reason) {
        if (reason.isBlank()) {
            throw new PromotionException(
                    ProblemCode.INVALID,
                    Problem.at("reason", "The reason is missing.")
                            .expecting("a sentence for those who read the history"));
        }
    }

    private static PromotionException missing(String field, String message, String given, List<String> known) {
        return new PromotionException(
                ProblemCode.NOT_FOUND,
                new Problem(
                        field,
                        message,
                        known.isEmpty()
                                ? null
                                : "one of "
                                        + String.join(
                                                ", ", known.stream().limit(10).toList()),
                        Suggestions.didYouMean(given, known).orElse(null)));
    }
}
