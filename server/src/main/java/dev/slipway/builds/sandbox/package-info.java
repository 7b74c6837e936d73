/** Runs other people's code: isolation, limits, and the end of whole process trees. */
@NullMarked
package dev.slipway.builds.sandbox;

import org.jspecify.annotations.NullMarked;
