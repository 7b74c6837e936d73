package dev.slipway.services;

import dev.slipway.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings services that exist: their history, and by two pull requests what they need to run here. Durable: killed at any
 * point, an onboarding goes on after a restart and makes nothing twice. Reads and asks Git, so never call it in a transaction.
 */
public interface Onboardings {

    /**
     * Begins and returns at once.
     *
     * @throws ServicesException with everything that stands against it; then nothing was made
     */
    Onboarding begin(OnboardingWish wish, Actor actor);

    Optional<Onboarding> find(OnboardingId id);

    /** The newest first, without the texts of files. */
    List<Onboarding> newest(int limit);

    /**
     * Proposes what was found, after a look: for one that is REVIEWING.
     *
     * @param port corrected; null to leave it
     * @param health corrected; null to leave it
     */
    void propose(OnboardingId id, @Nullable Integer port, @Nullable String health, Actor actor);

    /** Stops it; what it has made and nobody has merged is taken back. */
    void cancel(OnboardingId id, Actor actor);
}
