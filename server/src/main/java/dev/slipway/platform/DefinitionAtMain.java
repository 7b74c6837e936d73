package dev.slipway.platform;

import dev.slipway.kernel.CommitId;

/**
 * The definition that is in force while main of the platform repository is at a commit.
 *
 * @param main where main is
 * @param source the commit that the definition is read from: an older one than main where main's own is broken
 */
public record DefinitionAtMain(CommitId main, CommitId source, PlatformDefinition definition) {}
