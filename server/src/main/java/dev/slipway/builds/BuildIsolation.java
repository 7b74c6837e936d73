package dev.slipway.builds;

import dev.slipway.sandbox.IsolationReport;

/** How far local builds are kept from the rest of the machine; the level stands in {@link Provenance#isolation()}, too. */
public interface BuildIsolation extends IsolationReport {}
