/** What builds have downloaded, kept for later ones. */
@NullMarked
package dev.slipway.builds.cache;

import org.jspecify.annotations.NullMarked;
