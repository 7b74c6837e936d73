package dev.slipway.promotion;

import dev.slipway.kernel.ServiceName;

/** Hint: somebody lifted a hold or a veto of a service. */
public record HoldsChanged(ServiceName service) {}
