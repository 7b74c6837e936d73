package dev.slipway.services.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.services.Onboarding;
import dev.slipway.services.OnboardingId;
import dev.slipway.services.OnboardingWish;
import dev.slipway.services.Onboardings;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bringing services that exist, over REST. */
@RestController
@RequestMapping("/api/v1/onboardings")
class OnboardingResource {

    static final int USUAL_REPLICAS = 3;
    private static final int NEWEST = 50;

    private final Onboardings onboardings;
    private final OnboardingLookup lookup;
    private final CurrentActor actor;

    OnboardingResource(Onboardings onboardings, OnboardingLookup lookup, CurrentActor actor) {
        this.onboardings = onboardings;
        this.lookup = lookup;
        this.actor = actor;
    }

    /**
     * What is asked for.
     *
     * @param source null: its history will be pushed to the repository that the answer names
     * @param production null for yes
     * @param replicas null for 3
     * @param review null for no
     */
    record NewOnboarding(
            @Nullable String source,
            @Nullable String name,
            @Nullable String team,
            @Nullable String description,
            @Nullable Boolean production,
            @Nullable Integer replicas,
            @Nullable Integer port,
            @Nullable String health,
            @Nullable Boolean review) {

        OnboardingWish wish() {
            return new OnboardingWish(
                    source,
                    name,
                    Objects.requireNonNullElse(team, ""),
                    Objects.requireNonNullElse(description, ""),
                    Objects.requireNonNullElse(production, true),
                    Objects.requireNonNullElse(replicas, USUAL_REPLICAS),
                    port,
                    health,
                    Objects.requireNonNullElse(review, false));
        }
    }

    /** What the look at the findings has put right; null leaves it. */
    record Corrections(@Nullable Integer port, @Nullable String health) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<OnboardingBody> newest() {
        return onboardings.newest(NEWEST).stream().map(OnboardingBody::of).toList();
    }

    @PostMapping
    @Access(Permission.CREATE_SERVICE)
    ResponseEntity<OnboardingBody> begin(@RequestBody NewOnboarding wanted) {
        Onboarding onboarding = onboardings.begin(wanted.wish(), actor.get());
        return ResponseEntity.created(URI.create("/api/v1/onboardings/" + onboarding.id()))
                .body(OnboardingBody.of(onboarding));
    }

    @GetMapping("/{id}")
    @Access(Permission.VIEW)
    OnboardingBody one(@PathVariable String id) {
        return OnboardingBody.of(lookup.get(id));
    }

    @PostMapping("/{id}/proposal")
    @Access(Permission.CREATE_SERVICE)
    OnboardingBody propose(@PathVariable String id, @RequestBody Corrections corrections) {
        OnboardingId known = lookup.get(id).id();
        onboardings.propose(known, corrections.port(), corrections.health(), actor.get());
        return one(id);
    }

    @PostMapping("/{id}/cancel")
    @Access(Permission.CREATE_SERVICE)
    OnboardingBody cancel(@PathVariable String id) {
        onboardings.cancel(lookup.get(id).id(), actor.get());
        return one(id);
    }
}
