package dev.slipway.platform.definition;

import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import java.util.List;

/** What a tree says about the platform. */
public sealed interface Reading {

    record Good(PlatformDefinition definition) implements Reading {}

    /** @param problems all of them, with file and line */
    record Bad(List<Problem> problems) implements Reading {}
}
