/** Builds, whoever ran them: recording, finding, candidates. */
@NullMarked
package dev.slipway.builds.record;

import org.jspecify.annotations.NullMarked;
