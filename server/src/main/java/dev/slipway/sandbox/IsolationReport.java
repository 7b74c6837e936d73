package dev.slipway.sandbox;

/** SPI: what runs other people's code says how well that is kept apart from the rest of this machine. */
public interface IsolationReport {

    /** {@code none}, {@code user-namespace} or {@code container}. */
    String level();

    /** What that means, or why it is no more, in one sentence. */
    String explanation();
}
