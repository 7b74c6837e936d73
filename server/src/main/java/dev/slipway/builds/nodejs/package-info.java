/** Builds Node projects without npm dependencies: their tests are run, their files become the image. */
@NullMarked
package dev.slipway.builds.nodejs;

import org.jspecify.annotations.NullMarked;
