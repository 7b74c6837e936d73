/** All services with their environments at a glance. */
@NullMarked
package dev.slipway.portal.fleet;

import org.jspecify.annotations.NullMarked;
