/** Builds plain Java with the JDK alone: no build tool, no download. */
@NullMarked
package dev.slipway.builds.plainjava;

import org.jspecify.annotations.NullMarked;
