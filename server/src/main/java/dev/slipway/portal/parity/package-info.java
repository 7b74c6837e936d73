/** How alike the environments of services are, and how far what runs is from what Git says. */
@NullMarked
package dev.slipway.portal.parity;

import org.jspecify.annotations.NullMarked;
