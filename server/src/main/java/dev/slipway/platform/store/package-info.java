/** What the platform module keeps in PostgreSQL: how far the definition was read, and the registry of services. */
@NullMarked
package dev.slipway.platform.store;

import org.jspecify.annotations.NullMarked;
