package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations.Declaration;
import dev.slipway.desiredstate.Desired;

/**
 * A desired state with what it was read from.
 *
 * @param declaration has the same Applications in the same order
 */
public record Reading(Desired desired, Declaration declaration) {}
