/** Where in which file the objects of Applications stand. */
@NullMarked
package dev.slipway.gitops.places;

import org.jspecify.annotations.NullMarked;
