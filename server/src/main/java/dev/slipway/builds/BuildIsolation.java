package dev.slipway.builds;

/** How far local builds are kept from the rest of the machine. */
public interface BuildIsolation {

    /** {@code none}, {@code user-namespace} or {@code container}, as in {@link Provenance#isolation()}. */
    String level();

    /** What that means, or why it is no more, in one sentence. */
    String explanation();
}
