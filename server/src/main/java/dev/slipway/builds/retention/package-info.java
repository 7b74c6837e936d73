/** What of builds and images is removed, and when. */
@NullMarked
package dev.slipway.builds.retention;

import org.jspecify.annotations.NullMarked;
