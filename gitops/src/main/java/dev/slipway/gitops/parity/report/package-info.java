/** Comparisons as JSON, the same from a server and from a checkout. */
@NullMarked
package dev.slipway.gitops.parity.report;

import org.jspecify.annotations.NullMarked;
