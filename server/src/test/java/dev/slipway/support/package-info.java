/** What the server's integration tests stand on: a real PostgreSQL, a running server, callers. */
@NullMarked
package dev.slipway.support;

import org.jspecify.annotations.NullMarked;
