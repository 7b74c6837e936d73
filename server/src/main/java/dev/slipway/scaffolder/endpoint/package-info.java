/** Calls of the HTTP endpoints that the platform definition allows, and of nothing else. */
@NullMarked
package dev.slipway.scaffolder.endpoint;

import org.jspecify.annotations.NullMarked;
