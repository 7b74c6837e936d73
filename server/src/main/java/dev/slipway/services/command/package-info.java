/** What people ask of services. */
@NullMarked
package dev.slipway.services.command;

import org.jspecify.annotations.NullMarked;
