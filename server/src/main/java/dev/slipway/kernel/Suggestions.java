package dev.slipway.kernel;

import dev.slipway.documents.spelling.Nearest;
import java.util.Collection;
import java.util.Optional;

/** Says what somebody probably meant. */
public final class Suggestions {

    private Suggestions() {}

    /** {@code Did you mean "staging"?} for the nearest candidate, or empty when none is near. */
    public static Optional<String> didYouMean(String given, Collection<String> candidates) {
        return Nearest.of(given, candidates).map(candidate -> "Did you mean \"" + candidate + "\"?");
    }
}
