package dev.slipway.gitops.validation.podsecurity;

import java.util.Locale;
import java.util.Optional;

/** A level of the Pod Security Standards; each holds the one before it. */
public enum Level {
    PRIVILEGED,
    BASELINE,
    RESTRICTED;

    static Optional<Level> of(String label) {
        return switch (label) {
            case "privileged" -> Optional.of(PRIVILEGED);
            case "baseline" -> Optional.of(BASELINE);
            case "restricted" -> Optional.of(RESTRICTED);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
