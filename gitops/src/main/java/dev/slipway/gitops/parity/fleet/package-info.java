/** Finds the environments of services among everything that a repository declares. */
@NullMarked
package dev.slipway.gitops.parity.fleet;

import org.jspecify.annotations.NullMarked;
