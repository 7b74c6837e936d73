package dev.slipway.services.web;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.services.Onboarding;
import dev.slipway.services.OnboardingId;
import dev.slipway.services.Onboardings;
import dev.slipway.services.ServicesException;
import org.springframework.stereotype.Component;

/** Finds an onboarding by the id in an address. */
@Component
class OnboardingLookup {

    private final Onboardings onboardings;

    OnboardingLookup(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    Onboarding get(String id) {
        try {
            return onboardings.find(OnboardingId.parse(id)).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException _) {
            throw unknown(id);
        }
    }

    private static ServicesException unknown(String id) {
        return new ServicesException(ProblemCode.NOT_FOUND, Problem.of("There is no onboarding \"" + id + "\"."));
    }
}
