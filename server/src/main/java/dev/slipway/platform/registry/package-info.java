/** The registry of service names and hosts. */
@NullMarked
package dev.slipway.platform.registry;

import org.jspecify.annotations.NullMarked;
