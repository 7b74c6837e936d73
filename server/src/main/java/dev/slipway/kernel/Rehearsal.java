package dev.slipway.kernel;

/**
 * SPI: work of a module that wants the processor while users wait. It is done once, on made-up data that is thrown away, while
 * the JVM records its ahead-of-time cache: what that knows of the code, later processes need not find out first.
 */
public interface Rehearsal {

    /** Does such work and leaves nothing behind; a failure costs the cache's knowledge of it, nothing else. */
    void rehearse() throws InterruptedException;
}
