/** The end of a service: two commits, then its name and its repository. */
@NullMarked
package dev.slipway.services.deletion;

import org.jspecify.annotations.NullMarked;
