package dev.slipway.gitops.parity.fleet;

/** Two environments of which one gets its Releases from the other. */
public record Pair(String from, String to) {

    /** {@code staging → production}. */
    @Override
    public String toString() {
        return from + " → " + to;
    }
}
