/** The first page, and the list of services. */
@NullMarked
package dev.slipway.portal.home;

import org.jspecify.annotations.NullMarked;
