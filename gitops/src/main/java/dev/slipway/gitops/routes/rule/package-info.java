/** One entry of a VirtualService's {@code http}, compiled: what it matches, where it leads, and what it does to a request. */
@NullMarked
package dev.slipway.gitops.routes.rule;

import org.jspecify.annotations.NullMarked;
