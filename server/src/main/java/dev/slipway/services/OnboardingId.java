package dev.slipway.services;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one onboarding. */
public record OnboardingId(UUID value) {

    public static OnboardingId random() {
        return new OnboardingId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if it is no UUID */
    public static OnboardingId parse(String text) {
        return new OnboardingId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
