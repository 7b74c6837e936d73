package dev.slipway.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Suggestions {

    private static final int FARTHEST = 3;

    private Suggestions() {}

    /** {@code did you mean "staging"?} for the nearest candidate within three edits, or empty. */
    public static Optional<String> didYouMean(String given, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(given, candidate)))
                .filter(candidate -> distance(given, candidate) <= Math.min(FARTHEST, given.length() / 2 + 1))
                .map(candidate -> "Did you mean \"" + candidate + "\"?");
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
